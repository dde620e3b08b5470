// select2 draws a combobox of its own and leaves it without a name: give it the words of the select's label.
"use strict";
const nameComboboxes = () => {
  for (const select of document.querySelectorAll("select.select2-hidden-accessible")) {
    const words = select.labels?.[0]?.textContent ?? select.getAttribute("aria-label");
    const drawn = select.nextElementSibling?.querySelectorAll("[role=combobox], [role=textbox]") ?? [];
    for (const part of words ? drawn : []) {
      part.removeAttribute("aria-labelledby");
      part.setAttribute("aria-label", `${words.trim()}: ${part.textContent.trim()}`);
    }
  }
};
new MutationObserver(nameComboboxes).observe(document, { childList: true, subtree: true });
