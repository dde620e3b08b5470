// Keyboard shortcuts. A page puts data-key on a link, button, box or summary; the key then presses the first of them that
// can be seen. The server writes the person's own keys there, and none where they have switched them off.
//
// Keys do nothing while somebody types, with Ctrl, Alt or Meta held, or outside a dialog that is open.
"use strict";
(() => {
  const TYPED = "input:not([type=checkbox], [type=button], [type=submit], [type=reset]), textarea, select, [contenteditable]";

  const scope = () => document.querySelector("dialog[open]") ?? document;
  const offered = () => [...scope().querySelectorAll("[data-key]")].filter((one) => one.checkVisibility() && !one.disabled);

  const press = (one) => {
    const details = one.matches("summary") ? one.parentElement : null;
    one.click();
    if (details?.open) {
      const fields = "textarea, input:not([type=hidden]), select, button";
      (details.querySelector("[data-first]") ?? details.querySelector(fields))?.focus();
    } else if (one.matches("input, select, textarea")) {
      one.focus();
    }
  };

  // What the page's keys are: drawn when asked for, so that it is true of what can be seen at that moment.
  const help = () => {
    const dialog = document.getElementById("cc-keys");
    const list = dialog.querySelector("dl");
    const meanings = new Map(offered().filter((one) => !dialog.contains(one)).map((one) => [one.dataset.key, one.dataset.does]));
    list.replaceChildren(
      ...[...meanings].map(([key, does]) => {
        const row = document.createElement("div");
        const [term, meaning] = [document.createElement("dt"), document.createElement("dd")];
        const cap = document.createElement("kbd");
        cap.className = "cc-key";
        cap.textContent = key;
        term.append(cap);
        meaning.textContent = does;
        row.append(term, meaning);
        return row;
      }),
    );
    dialog.showModal();
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("[data-keys-help]");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && document.getElementById("cc-keys")) {
      event.preventDefault();
      help();
    }
  });

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    const field = event.target.closest?.(TYPED);
    if (field) {
      if (event.key === "Escape") field.blur();
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        field.form?.requestSubmit();
      }
      return;
    }
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.key.length !== 1) return;
    const target = offered().find((one) => one.dataset.key === event.key);
    if (target) {
      event.preventDefault();
      press(target);
    }
  });
})();
