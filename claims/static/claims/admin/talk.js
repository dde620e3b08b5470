// The panel of an item's work and comments. htmx sends its forms; here is what remains: nothing that was typed is lost
// when the answer is not the panel, because one was logged out meanwhile or the line is down, and a name is written into
// the comment by pressing it.
"use strict";
(() => {
  const ours = (event) => event.target.closest?.("#cc-talk");
  const lost = (shown) => {
    const note = document.getElementById("cc-talk-lost");
    if (note) note.hidden = !shown;
  };

  document.addEventListener("htmx:configRequest", (event) => {
    // Logging in again, in another tab, has changed the token that this page was given.
    const token = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1];
    if (ours(event) && token) event.detail.parameters.set?.("csrfmiddlewaretoken", token);
  });
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (!ours(event)) return;
    const whole = event.detail.xhr.status === 200 && event.detail.serverResponse.includes('id="cc-talk"');
    event.detail.shouldSwap = whole;
    lost(!whole);
  });
  document.addEventListener("htmx:sendError", (event) => ours(event) && lost(true));

  // Where scripts run, the names under the form are buttons.
  const offer = () => {
    for (const name of document.querySelectorAll("#cc-talk span[data-name]")) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "cc-link";
      button.textContent = name.textContent;
      button.addEventListener("click", () => {
        const text = document.getElementById("cc-comment-text");
        const before = text.value.slice(0, text.selectionStart);
        const gap = before && !/\s$/.test(before) ? " " : "";
        text.setRangeText(`${gap}@${name.dataset.name} `, text.selectionStart, text.selectionEnd, "end");
        text.focus();
      });
      name.replaceWith(button);
    }
  };
  document.addEventListener("htmx:afterSettle", offer);
  offer();
})();
