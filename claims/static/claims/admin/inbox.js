// The inbox without reloading is htmx's work; here is what remains: keep the current line in view, and tell the server
// now and then that the open claim is still being read, so that nobody else is given it.
"use strict";
(() => {
  const EVERY = 120_000; // milliseconds; a lease lasts ten minutes
  let held = Date.now();

  const settle = () => {
    held = Date.now();
    document.querySelector(".cc-current")?.scrollIntoView({ block: "nearest" });
    document.querySelector(".cc-article-text mark")?.scrollIntoView({ block: "nearest" });
  };

  const hold = () => {
    const address = document.getElementById("cc-inbox")?.dataset.hold;
    const token = document.querySelector("#cc-inbox [name=csrfmiddlewaretoken]")?.value;
    if (!address || !token || Date.now() - held < EVERY) return;
    held = Date.now();
    fetch(address, { method: "POST", headers: { "X-CSRFToken": token } }).catch(() => {});
  };

  document.addEventListener("htmx:afterSettle", settle);
  for (const sign of ["keydown", "pointerdown", "wheel"]) document.addEventListener(sign, hold, { passive: true });
  settle();
})();
