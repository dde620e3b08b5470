// The workbench: what is typed is kept on this device until the desk has it, and the machine's suggestion is taken over
// without loading the page again. Everything works without this file.
"use strict";
(() => {
  const WAIT = 500; // ms after the last key
  const name = (form) => `crosscheck:${form.dataset.keep}`;
  const fields = (form) => [...form.elements].filter((one) => one.name && one.type !== "hidden" && one.type !== "search");

  const read = (form) => {
    const kept = {};
    for (const one of fields(form)) {
      if (one.type === "radio" || one.type === "checkbox") {
        if (one.checked) kept[one.name] = one.value;
      } else if (one.value !== one.defaultValue || one.tagName === "SELECT") {
        if (one.value) kept[one.name] = one.value;
      }
    }
    return kept;
  };

  const write = (form, kept) => {
    for (const one of fields(form)) {
      if (!(one.name in kept)) continue;
      if (one.type === "radio" || one.type === "checkbox") one.checked = one.value === kept[one.name];
      else one.value = kept[one.name];
      const folded = one.closest("details");
      if (folded && (one.checked || one.type !== "radio")) folded.open = true;
    }
  };

  const show = (form, is) => {
    const line = form.querySelector("[data-kept]");
    if (line) line.hidden = !is;
  };

  const forget = (form) => {
    localStorage.removeItem(name(form));
    show(form, false);
  };

  const keep = (form) => {
    let timer;
    const save = () => {
      clearTimeout(timer);
      const typed = read(form);
      if (Object.keys(typed).length) localStorage.setItem(name(form), JSON.stringify(typed));
      show(form, Object.keys(typed).length > 0);
    };
    const kept = localStorage.getItem(name(form));
    if (kept && !form.hasAttribute("data-refused")) {
      write(form, JSON.parse(kept));
      show(form, true);
    }
    form.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(save, WAIT);
    });
    form.addEventListener("submit", save);
    addEventListener("pagehide", () => timer && save());
    form.querySelector("[data-forget]")?.addEventListener("click", () => {
      forget(form);
      form.reset();
    });
  };

  // The desk says what it has taken in. Until it does, even a lost session loses nothing.
  const page = document.querySelector(".cc-bench");
  if (page?.dataset.done) localStorage.removeItem(`crosscheck:${page.dataset.done}`);
  for (const form of document.querySelectorAll("form[data-keep]")) keep(form);

  document.addEventListener("click", (event) => {
    const agree = event.target.closest?.("[data-agree]");
    const form = agree && document.querySelector(".cc-decide");
    const choice = form?.querySelector(`[name="decision-resolution"][value="${agree.dataset.agree}"]`);
    if (!choice || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    choice.checked = true;
    choice.dispatchEvent(new Event("input", { bubbles: true }));
    choice.closest("details")?.setAttribute("open", "");
    const note = form.querySelector("textarea");
    note.scrollIntoView({ block: "center" });
    note.focus({ preventScroll: true });
  });
})();
