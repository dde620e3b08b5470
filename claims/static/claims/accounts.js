/* Says on the page what went wrong with a passkey or security key; allauth's scripts tell only the console. */
document.addEventListener("allauth.error", (event) => {
  const told = document.getElementById("key-trouble");
  const cancelled = event.detail.exception?.name === "NotAllowedError";
  told.textContent = cancelled
    ? "Nothing was changed: the key was not used in time, or the browser's question was closed. Try again."
    : "This browser could not use the key. Try again, or use an app instead.";
  told.hidden = false;
  told.scrollIntoView({ block: "nearest" });
});
