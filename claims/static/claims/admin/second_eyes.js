"use strict";
// Words that are selected in the text of a verdict are put into the form of a comment, with where they stand: counted in
// characters as the server counts them (code points, where the browser counts UTF-16 units).
(() => {
  const form = document.getElementById("comment-form");
  if (!form) return;
  const quote = form.elements.namedItem("quote");
  const field = form.elements.namedItem("field");
  const start = form.elements.namedItem("start");
  const characters = (text) => Array.from(text).length;

  const fieldOf = (node) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest("[data-field]");

  const take = () => {
    const selection = window.getSelection();
    if (!selection || selection.isCollapsed || !selection.rangeCount) return;
    const range = selection.getRangeAt(0);
    const holder = fieldOf(range.startContainer);
    if (!holder || holder !== fieldOf(range.endContainer)) return;
    const before = document.createRange();
    before.selectNodeContents(holder);
    before.setEnd(range.startContainer, range.startOffset);
    const words = range.toString();
    const kept = words.trim();
    if (!kept) return;
    const blank = words.length - words.trimStart().length;
    quote.value = kept;
    field.value = holder.dataset.field;
    start.value = characters(before.toString()) + characters(words.slice(0, blank));
  };
  document.addEventListener("mouseup", take);
  document.addEventListener("keyup", (event) => { if (event.shiftKey || event.key === "Shift") take(); });
  // Typed or pasted words are looked for by the server.
  quote.addEventListener("input", () => { field.value = ""; start.value = ""; });

  for (const mark of document.querySelectorAll("mark.cc-passage")) {
    mark.addEventListener("click", () => {
      const number = mark.dataset.remarks.split(" ")[0];
      for (const badge of document.querySelectorAll(".cc-comment .cc-number"))
        if (badge.textContent === number) badge.closest(".cc-comment").scrollIntoView({ block: "nearest" });
    });
  }
})();
