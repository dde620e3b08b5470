// The editor of a verdict. Without this script every button sends the form and the server answers with the page; with
// it the page stays, the part that changed is taken out of that same answer, and the words are kept while one types.
import { keepWords } from "./keeping.js";
import { orderRows } from "./order.js";

const form = document.getElementById("words");
const keeper = keepWords(form);
form.dataset.ready = "1";

// --- parts of the page -----------------------------------------------------------------------------------------
const takePart = (page, id) => {
  const [old, fresh] = [document.getElementById(id), page.getElementById(id)];
  if (fresh) old.replaceWith(fresh);
  return fresh;
};

const afterwards = { ask: "fieldset:last-of-type input:not([type=hidden])", cite: "li[data-row]:last-of-type input:not([type=hidden])" };

const sendFor = async (button) => {
  const id = button.dataset.part;
  const [what] = button.value.split(":");
  const part = document.getElementById(id);
  part.inert = true; // what is typed into it meanwhile would be replaced with it
  const page = await keeper.ask(button.value);
  part.inert = false;
  if (!page) return;
  const fresh = takePart(page, id);
  const focus = (button.id && document.getElementById(button.id)) || fresh?.querySelector(afterwards[what] ?? "h2");
  if (focus?.tagName === "H2") focus.tabIndex = -1;
  focus?.focus();
  keeper.changed();
};

form.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-part]");
  if (!button) return;
  event.preventDefault();
  if (!rows.move(button)) sendFor(button);
});
form.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.target.id !== "find") return;
  event.preventDefault();
  document.getElementById("do-find").click();
});
const rows = orderRows(form, () => keeper.changed());

// --- the preview -----------------------------------------------------------------------------------------------
const preview = document.getElementById("preview");
const previewButton = form.querySelector("button[value=preview]");
let drawing;
const draw = async () => {
  const body = new FormData();
  body.append("body", form.elements.body.value);
  const answer = await keeper.post(form.dataset.preview, body);
  if (answer?.ok) preview.innerHTML = await answer.text(); // Markdown that the server has made and cleaned
};
const showPreview = (shown) => {
  preview.hidden = !shown;
  previewButton.setAttribute("aria-expanded", String(shown));
  previewButton.textContent = shown ? "Hide the preview" : "Preview the body";
  if (shown) draw();
};
previewButton.addEventListener("click", (event) => {
  event.preventDefault();
  showPreview(preview.hidden);
});
form.elements.body.addEventListener("input", () => {
  clearTimeout(drawing);
  if (!preview.hidden) drawing = setTimeout(draw, 400);
});
showPreview(!preview.hidden);

// --- how much room is left -------------------------------------------------------------------------------------
for (const line of form.querySelectorAll("[data-count]")) {
  const field = document.getElementById(line.dataset.of);
  const most = Number(line.dataset.count);
  const count = () => {
    const length = [...field.value].length;
    line.textContent = length > most ? `${length} of ${most} characters: ${length - most} too many.` : `${length} of ${most} characters.`;
    line.classList.toggle("cc-error", length > most);
  };
  field.addEventListener("input", count);
  count();
}
