// Says every ten seconds that this page is open, and shows who else has it open.
"use strict";
(() => {
  const EVERY = 10_000;
  const line = document.querySelector("[data-presence]");
  if (!line) return;
  let active = true;
  for (const kind of ["keydown", "pointerdown"]) {
    document.addEventListener(kind, () => { active = true; }, { passive: true });
  }
  const call = async () => {
    const body = new FormData();
    if (active) body.append("active", "1");
    active = false;
    const token = document.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "";
    try {
      const answer = await fetch(line.dataset.presence, {
        method: "POST", body, headers: { "X-CSRFToken": token }, redirect: "manual",
      });
      if (!answer.ok) return;
      const { others } = await answer.json();
      if (line.textContent !== others) line.textContent = others;
    } catch {
      // Offline: the next call tries again, and the editor says what it means for the words.
    }
  };
  call();
  setInterval(call, EVERY);
})();
