// The article reader: words selected in the text fill in the form that makes an appearance of them, and claims in the text
// and in the list beside it lead to each other.
//
// Offsets are counted here in UTF-16 units, as strings are in a browser; the server turns them into characters.
"use strict";
(() => {
  const text = document.getElementById("cc-text");
  const form = document.getElementById("cc-find");
  const bar = document.getElementById("cc-take");
  const CONTEXT = 80;

  // --- words ---------------------------------------------------------------------------------------------------
  // What is selected of the text, without what the selection takes in beyond it.
  const selected = () => {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed || !selection.getRangeAt(0).intersectsNode(text)) return null;
    const range = selection.getRangeAt(0).cloneRange();
    if (!text.contains(range.startContainer)) range.setStart(text, 0);
    if (!text.contains(range.endContainer)) range.setEnd(text, text.childNodes.length);
    return range.toString().trim() ? range : null;
  };

  const fill = () => {
    const range = selected();
    bar.hidden = !range;
    if (!range) return;
    const whole = text.textContent;
    const head = document.createRange();
    head.selectNodeContents(text);
    head.setEnd(range.startContainer, range.startOffset);
    const words = range.toString();
    const start = head.toString().length;
    form.elements.words.value = words;
    form.elements.units.value = start;
    form.elements.before.value = whole.slice(Math.max(0, start - CONTEXT), start);
    form.elements.after.value = whole.slice(start + words.length, start + words.length + CONTEXT);
    const count = words.trim().split(/\s+/).length;
    document.getElementById("cc-count").textContent = count === 1 ? "this word" : `these ${count} words`;
  };

  // The arrow keys choose words: right and left the next, with Shift more or fewer, also by the line.
  const STEPS = {
    ArrowRight: ["forward", "word"],
    ArrowLeft: ["backward", "word"],
    ArrowDown: ["forward", "line"],
    ArrowUp: ["backward", "line"],
  };

  const choose = (event) => {
    const selection = getSelection();
    const range = selected();
    if (event.key === "Enter" && range && event.target === text) {
      event.preventDefault();
      fill();
      form.requestSubmit();
    }
    const step = STEPS[event.key];
    if (!step || event.ctrlKey || event.altKey || event.metaKey || (step[1] === "line" && !event.shiftKey)) return;
    event.preventDefault();
    if (!range) {
      const from = document.querySelector(".cc-captured .cc-current") ?? text;
      selection.collapse(from, 0);
      selection.modify("extend", "forward", "word");
    } else if (event.shiftKey) {
      selection.modify("extend", ...step);
    } else {
      if (step[0] === "forward") selection.collapseToEnd();
      else {
        selection.collapseToStart();
        selection.modify("move", "backward", "word");
      }
      selection.modify("extend", "forward", "word");
    }
    fill(); // the browser tells of a selection some time after it was made
    const place = selection.getRangeAt(0).getBoundingClientRect();
    const [top, bottom] = [120, innerHeight - 120];
    if (place.bottom > bottom) scrollBy(0, place.bottom - bottom);
    else if (place.top < top) scrollBy(0, place.top - top);
  };

  if (form) {
    document.addEventListener("selectionchange", fill);
    text.addEventListener("keydown", choose);
    form.elements.words.addEventListener("input", () => {
      for (const name of ["units", "before", "after"]) form.elements[name].value = "";
    });
  }

  // --- claims --------------------------------------------------------------------------------------------------
  const rows = [...document.querySelectorAll("[data-claim]")];
  let current = -1;

  const show = (number, { focus = false, inText = true } = {}) => {
    current = rows.findIndex((row) => row.dataset.claim === String(number));
    for (const row of rows) {
      row.classList.toggle("cc-current", row === rows[current]);
      row.toggleAttribute("aria-current", row === rows[current]);
    }
    for (const mark of text.querySelectorAll("mark")) {
      mark.classList.toggle("cc-current", mark.dataset.claims.split(" ").includes(String(number)));
    }
    if (inText && matchMedia("(min-width: 64rem)").matches) {
      text.querySelector("mark.cc-current")?.scrollIntoView({ block: "center" });
    }
    if (focus) rows[current].querySelector(".cc-at").focus({ preventScroll: true });
    rows[current].scrollIntoView({ block: "nearest" });
  };

  document.querySelector(".cc-steps[hidden]")?.removeAttribute("hidden");
  document.addEventListener("click", (event) => {
    const step = event.target.closest("[data-step]")?.dataset.step;
    const mark = event.target.closest("mark[data-claims]");
    const place = event.target.closest(".cc-at, .cc-number");
    if (step) {
      const next = (current + Number(step) + rows.length + (current < 0 && step < 0 ? 1 : 0)) % rows.length;
      show(rows[next].dataset.claim, { focus: true });
    } else if (mark?.dataset.claims && getSelection().isCollapsed) {
      show(mark.dataset.claims.split(" ")[0], { inText: false });
    } else if (place) {
      show(place.hash.split("-")[1], { inText: false });
    }
  });
})();
