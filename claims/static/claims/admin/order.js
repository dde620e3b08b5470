// Rows that one puts in order: by buttons, or by dragging their handle. The order of the rows is what the form sends.
const label = (row) => row.querySelector("strong")?.textContent ?? "";

export const orderRows = (form, changed) => {
  const say = (row) => {
    const rows = [...row.parentElement.children];
    document.getElementById("state").textContent = `${label(row)}: ${rows.indexOf(row) + 1} of ${rows.length}`;
  };

  // True where `button` moves a row or takes it out, which it then has done.
  const move = (button) => {
    const [what] = button.value.split(":");
    const row = button.closest("[data-row]");
    if (what === "drop") {
      const next = (row.nextElementSibling ?? row.previousElementSibling)?.querySelector("button[value^=drop]");
      row.remove();
      (next ?? document.getElementById("find")).focus();
      document.getElementById("state").textContent = `${label(row)}: removed`;
      changed();
      return true;
    }
    if (what !== "up" && what !== "down") return false;
    const other = what === "up" ? row.previousElementSibling : row.nextElementSibling;
    if (other) {
      if (what === "up") other.before(row);
      else other.after(row);
      button.focus(); // a row that moves takes the focus out of itself
      changed();
    }
    say(row);
    return true;
  };

  form.addEventListener("pointerdown", (event) => {
    const grip = event.target.closest(".cc-grip");
    if (!grip || event.button !== 0) return;
    const row = grip.closest("[data-row]");
    const list = row.parentElement;
    const before = [...list.children].indexOf(row);
    event.preventDefault();
    row.classList.add("cc-dragged");
    // The list listens, not the handle: a row that is moved in the page loses hold of the pointer.
    const drag = (moved) => {
      for (const other of list.children) {
        if (other === row) continue;
        const { top, height } = other.getBoundingClientRect();
        const comesFirst = Boolean(row.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_PRECEDING);
        if (comesFirst && moved.clientY < top + height / 2) { other.before(row); break; }
        if (!comesFirst && moved.clientY > top + height / 2) other.after(row);
      }
    };
    const drop = () => {
      row.classList.remove("cc-dragged");
      document.removeEventListener("pointermove", drag);
      for (const end of ["pointerup", "pointercancel"]) document.removeEventListener(end, drop);
      if ([...list.children].indexOf(row) !== before) { changed(); say(row); }
    };
    document.addEventListener("pointermove", drag);
    for (const end of ["pointerup", "pointercancel"]) document.addEventListener(end, drop);
  });

  return { move };
};
