// select2 draws a combobox and a search field of its own and leaves them without names: give the first the words of the
// select's label.
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
  for (const field of document.querySelectorAll(".select2-search__field:not([aria-label])")) {
    field.setAttribute("aria-label", "Search");
  }
};
new MutationObserver(nameComboboxes).observe(document, { childList: true, subtree: true });
