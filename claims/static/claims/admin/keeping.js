// Keeps the words of a form: in this browser at every keystroke, on the server half a second after typing stops and
// every three seconds at the latest. Says where they are. Nothing that goes wrong on the way costs a word.
import { entriesOf } from "./kept.js";

const SOON = 500;
const AT_LATEST = 3_000;
const RETRY = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000];
const ASIDE = new Set(["csrfmiddlewaretoken", "tab", "person", "revision", "find"]);

export const keepWords = (form) => {
  const entries = entriesOf(form);
  const state = document.getElementById("state");
  const pairs = () => [...new FormData(form)].filter(([name]) => !ASIDE.has(name));
  const words = () => JSON.stringify(pairs().filter(([name]) => !name.startsWith("new-")));
  const opened = words();
  // What the server has: nothing yet where the page shows words that were sent and not saved.
  let [kept, tries, timer, latest] = [form.dataset.fresh ? opened : "", 0, 0, 0];
  let [sending, asking, waiting, paused, leaving] = [null, null, null, false, false];

  const say = (sentence, ...parts) => state.replaceChildren(sentence, ...parts.flatMap((part) => [" ", part]));
  const link = (sentence) => {
    const made = Object.assign(document.createElement("a"), { href: form.dataset.login, target: "_blank", textContent: sentence });
    made.className = "cc-link";
    return made;
  };
  const button = (sentence, what) => {
    const made = Object.assign(document.createElement("button"), { type: "submit", name: "do", value: what, textContent: sentence });
    made.className = "cc-button cc-small";
    return made;
  };

  // --- the session -------------------------------------------------------------------------------------------
  // "in", "out", "other" (somebody else is logged in here) or "offline". A new log-in has a new token: the form gets it.
  const session = async () => {
    try {
      const answer = await fetch(form.dataset.words, { redirect: "manual", cache: "no-store" });
      if (answer.type === "opaqueredirect") return "out";
      if (!answer.ok) return "offline";
      const { token, person } = await answer.json();
      if (String(person) !== form.dataset.person) return "other";
      for (const field of document.getElementsByName("csrfmiddlewaretoken")) field.value = token;
      return "in";
    } catch {
      return "offline";
    }
  };
  const lost = (how) => {
    if (how === "out") say("Not saved: you are logged out. Your words are kept in this browser.", link("Log in beside this page"));
    else if (how === "other") say("Not saved: somebody else is logged in here. Your words are kept in this browser.", link("Log in as yourself"));
    else say("Not saved: offline. Your words are kept in this browser.");
    again();
  };
  const again = () => {
    clearTimeout(timer);
    timer = setTimeout(back, RETRY[Math.min(tries++, RETRY.length - 1)]);
  };
  const back = async () => {
    clearTimeout(timer);
    const how = await session();
    if (how !== "in") return lost(how);
    if (waiting) return leave(waiting);
    return send();
  };
  for (const [target, kind] of [[window, "online"], [window, "focus"], [document, "visibilitychange"]]) {
    target.addEventListener(kind, () => { if (tries && !document.hidden && !leaving) back(); });
  }

  // The answer, or null where there is none that counts: then it has been said why.
  const post = async (address, body, { first = true } = {}) => {
    body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    let answer;
    try {
      answer = await fetch(address, { method: "POST", body, redirect: "manual" });
    } catch {
      return lost("offline"), null;
    }
    if (answer.type === "opaqueredirect") return lost("out"), null;
    if (answer.status === 403) {
      const how = await session();
      if (how === "in" && first) return post(address, body, { first: false });
      return lost(how), null;
    }
    if (answer.status >= 500) return lost("offline"), null;
    tries = 0;
    return answer;
  };

  // --- keeping while one types ---------------------------------------------------------------------------------
  const send = () => {
    clearTimeout(timer);
    clearTimeout(latest);
    latest = 0;
    sending ??= sendNow().finally(() => { sending = null; });
    return sending;
  };
  const sendNow = async () => {
    const sent = words();
    if (paused || leaving || sent === kept) return;
    const answer = await post(form.dataset.words, new FormData(form));
    if (!answer) return;
    if (answer.status === 409) {
      paused = true;
      say("Kept in this browser only: first restore or discard your earlier words.", Object.assign(link("Go to them"), { href: "#unsaved", target: "" }));
      return;
    }
    if (!answer.ok) return lost("offline");
    const { at, newer } = await answer.json();
    kept = sent;
    entries.keep(pairs(), words() === sent);
    if (newer) {
      paused = true;
      say(`${newer} has saved this draft too. Yours is kept, at ${at}.`, button("Compare the two texts", "merge"));
    } else if (words() === sent) say(`Kept at ${at}. Readers and colleagues see it when you save.`);
    else changed();
  };
  const changed = () => {
    const safe = entries.keep(pairs(), false);
    if (paused || leaving) return;
    if (!tries) say(safe ? "Typing…" : "Typing… This browser keeps nothing: do not close the page before you save.");
    clearTimeout(timer);
    timer = setTimeout(send, SOON);
    latest ||= setTimeout(send, AT_LATEST);
  };
  form.addEventListener("input", (event) => { if (!ASIDE.has(event.target.name)) changed(); });
  window.addEventListener("pagehide", () => {
    if (!leaving && !paused && words() !== kept) navigator.sendBeacon(form.dataset.words, new FormData(form));
  });

  // --- sending the whole form ------------------------------------------------------------------------------------
  const leave = async (what) => {
    leaving = true;
    clearTimeout(timer);
    clearTimeout(latest);
    await asking; // a part that is on its way belongs to what is sent
    await sending; // and what is being kept must not arrive after it
    form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "do", value: what }));
    form.submit();
  };
  form.addEventListener("submit", async (event) => {
    const pressed = event.submitter;
    event.preventDefault();
    if (pressed?.dataset.here) return undefined;
    if (leaving) return undefined;
    entries.keep(pairs(), false);
    const what = pressed?.value ?? "save";
    const how = await session();
    if (how === "in") return leave(what);
    waiting = what;
    return lost(how);
  });
  // The steps of the verdict hand over what was saved last: whoever has typed since is told so.
  for (const step of document.forms) {
    if (step === form || !step.action.includes("/claims/verdict/")) continue;
    step.addEventListener("submit", (event) => {
      if (form.dataset.fresh && words() === opened) return;
      event.preventDefault();
      say("Save first: this step takes what was saved last, and you have typed since.");
      form.querySelector(".cc-savebar button").focus();
    });
  }

  // The page that the server makes of the form, without leaving this one.
  const ask = (what, body = new FormData(form)) => {
    body.set("do", what);
    asking = post(location.href, body).then(async (answer) => (
      answer?.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null
    ));
    return asking;
  };

  // --- words that an earlier page has left in this browser -----------------------------------------------------------
  const formOf = (entry) => {
    const body = new FormData();
    for (const name of ["tab", "person", "revision"]) body.set(name, entry.pairs[name] ?? form.elements[name].value);
    for (const [name, value] of entry.pairs) body.append(name, value);
    return body;
  };
  const typed = ([name]) => !name.startsWith("new-");
  const offer = async () => {
    entries.dropTab(form.dataset.saved);
    if (form.dataset.saved) history.replaceState(null, "", location.pathname + location.hash);
    const left = entries.left();
    if (!form.dataset.fresh) changed();
    for (const entry of left) {
      if (entry.onServer || JSON.stringify(entry.pairs.filter(typed)) === opened) entries.drop(entry.key);
      else if (await offerThis(entry)) return;
    }
  };
  // True where there is something to choose, or no telling now.
  const offerThis = async (entry) => {
    const page = await ask("compare", formOf(entry));
    const banner = page?.querySelector("#unsaved > *");
    if (!banner) return true;
    if (!banner.querySelector(".cc-two")) {
      entries.drop(entry.key);
      return false;
    }
    document.getElementById("unsaved").append(banner);
    banner.addEventListener("click", async (event) => {
      const choice = event.target.closest("[data-here]")?.dataset.here;
      if (!choice) return;
      if (choice === "restore") {
        const restored = await ask("show", formOf(entry));
        if (!restored) return;
        fill(restored, entry);
      }
      entries.drop(entry.key);
      banner.remove();
      if (choice === "restore") changed();
      form.querySelector("textarea").focus();
    });
    return true;
  };
  const fill = (page, entry) => {
    for (const id of ["evidence", "replies"]) document.getElementById(id).replaceWith(page.getElementById(id));
    for (const [name, value] of entry.pairs) {
      const field = form.elements[name];
      if (field instanceof RadioNodeList && field[0]?.type === "radio") field.value = value;
      else if (field && !(field instanceof RadioNodeList) && !["cited", "shows"].includes(name)) field.value = value;
      field?.dispatchEvent?.(new Event("input", { bubbles: true }));
    }
  };
  offer();

  return { changed, post, ask };
};
