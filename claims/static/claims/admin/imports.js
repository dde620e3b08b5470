// Counts the rows of an import while it runs. Without this, "Look again" does.
"use strict";
(() => {
  const EVERY = 2_000;
  const look = async () => {
    try {
      const answer = await fetch(location.href);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const now = page.querySelector("#progress");
      if (!now?.hasAttribute("data-running")) return location.reload();
      const told = document.querySelector("#progress [role=status]");
      const said = now.querySelector("[role=status]").textContent;
      if (told.textContent !== said) told.textContent = said;
      document.querySelector("#state").textContent = now.querySelector("#state").textContent;
    } catch {
      // Offline: the next look tries again.
    }
    setTimeout(look, EVERY);
  };
  setTimeout(look, EVERY);
})();
