// Who writes in the third text has chosen it.
for (const field of document.querySelectorAll("[data-chooses]")) {
  field.addEventListener("input", () => { document.getElementById(field.dataset.chooses).checked = true; });
}
