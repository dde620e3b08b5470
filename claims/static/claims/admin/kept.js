// What is typed, in this browser's own storage: written at every keystroke, before anything is sent anywhere.
const DAYS = 30;

// One entry for each open page, so that two tabs do not write over each other.
export const entriesOf = (form) => {
  const prefix = `crosscheck:words:${form.dataset.person}:${form.dataset.words}:`;
  const own = prefix + form.elements.tab.value;
  const read = (key) => {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  };
  return {
    // False where the browser refuses: storage is full or switched off.
    keep: (pairs, onServer) => {
      try {
        localStorage.setItem(own, JSON.stringify({ at: Date.now(), pairs, onServer }));
        return true;
      } catch {
        return false;
      }
    },
    drop: (key) => localStorage.removeItem(key),
    dropTab: (tab) => {
      if (!tab) return;
      for (const key of Object.keys(localStorage)) {
        if (key.startsWith(`crosscheck:words:${form.dataset.person}:`) && key.endsWith(`:${tab}`)) localStorage.removeItem(key);
      }
    },
    // Those left by pages that are gone, newest first.
    left: () => {
      const found = [];
      for (const key of Object.keys(localStorage)) {
        if (!key.startsWith("crosscheck:words:")) continue;
        const entry = read(key);
        if (!entry || Date.now() - entry.at > DAYS * 86_400_000) localStorage.removeItem(key);
        else if (key.startsWith(prefix)) found.push({ key, ...entry });
      }
      return found.sort((one, other) => other.at - one.at);
    },
  };
};
