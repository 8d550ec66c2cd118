// A session in a page that does without this script; with it lines appear as they are said, and time is seen to run.
"use strict";
document.documentElement.classList.add("js");

(() => {
  const BREATH = 450, PER_LETTER = 18, LONGEST = 1900, INTERLUDE = 1200; // milliseconds, as in the window
  const PACES = { slow: 1.7, normal: 1, fast: 0.55 }; // by how much the pauses are stretched
  const SETTLES = 400; // a press this soon was meant for what stood there before
  const NEARLY_OVER = 5; // seconds
  const WAITS = [1, 2, 4, 8, 15]; // seconds between tries to send again
  const PATIENCE = 15000; // milliseconds for an answer of the server

  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const pace = () => document.documentElement.dataset.pace ?? "normal";
  const isStill = () =>
    pace() === "at-once" || document.documentElement.dataset.motion === "still" || matchMedia("(prefers-reduced-motion: reduce)").matches;
  const told = () => one("#session").dataset;

  let rows = []; // still to appear
  let after = null; // what stands there once all of them have
  let due = 0; // the timer of the next row
  let settledAt = 0;
  let clock = 0; // the timer of the ring
  let isSending = false;

  // --- telling ---------------------------------------------------------------------------------------------------

  function tell(fresh, then) {
    rows = fresh;
    after = then;
    if (isStill()) return showAll();
    const skip = document.createElement("button");
    skip.type = "button";
    skip.className = "button";
    skip.id = "skip";
    skip.textContent = matchMedia("(hover: none)").matches ? told().skipByTouch : told().skip; // a phone has no space bar
    one("#answers").replaceChildren(skip);
    skip.focus({ preventScroll: true });
    next();
  }

  function next() {
    if (!rows.length) return finish();
    const row = rows.shift();
    show(row);
    const letters = Number(row.dataset.letters || 0);
    const isOwn = row.matches(".own, .deed");
    let pause = PACES[pace()] * (isOwn ? BREATH : Math.min(BREATH + PER_LETTER * letters, LONGEST));
    if (row.matches(".chapter") || row.dataset.clock) pause = INTERLUDE; // however slowly lines are read
    if (rows.length && rows[0].matches(".said")) speaking();
    due = setTimeout(next, pause);
  }

  function show(row) {
    one(".speaking")?.remove();
    row.classList.add("fresh");
    one("#log").append(row);
    if (row.dataset.mood !== undefined) feel(row.dataset.mood);
    if (row.dataset.clock) one("[data-clock]").textContent = row.dataset.clock;
    if (row.matches(".event")) settle("#ledger");
    one("#skip")?.scrollIntoView({ block: "nearest" });
    row.scrollIntoView({ block: "nearest" });
  }

  function speaking() {
    const dots = document.createElement("div");
    dots.className = "speaking";
    dots.setAttribute("aria-hidden", "true");
    dots.append(...[1, 2, 3].map(() => document.createElement("i")));
    one("#log").append(dots);
  }

  function showAll() {
    clearTimeout(due);
    rows.splice(0).forEach(show);
    finish();
  }

  function finish() {
    one(".speaking")?.remove();
    const then = after;
    after = null;
    then?.();
    settledAt = performance.now();
    fold();
    run();
    const answers = one("#answers");
    if (!document.activeElement || document.activeElement === document.body) answers.focus({ preventScroll: true });
    const now = one("#now");
    if (isStill() && now) now.scrollIntoView({ block: "start" });
    else answers.scrollIntoView({ block: "nearest" });
  }

  // The face that a line is said with, before the one that stands there in the end.
  function feel(value) {
    const mood = one("#moods", arrived ?? document).content.querySelector(`[data-value="${value}"]`);
    const portrait = one("#portrait");
    if (arrived) one("#person h2").textContent = one("#person h2", arrived)?.textContent ?? one("#person h2").textContent;
    if (!mood || portrait.getAttribute("src") === mood.dataset.face) return;
    const former = Number(portrait.dataset.mood ?? value);
    portrait.classList.remove("nod", "shake");
    void portrait.offsetWidth; // lets the movement begin anew
    portrait.classList.add(Number(value) >= former ? "nod" : "shake");
    portrait.src = mood.dataset.face;
    portrait.alt = mood.dataset.alt;
    portrait.dataset.mood = value;
    one("#mood").replaceChildren(mood.firstElementChild.cloneNode(true));
  }

  let arrived = null; // the page that was answered with, while its rows appear

  function settle(selector) {
    const there = arrived && one(selector, arrived);
    if (there) one(selector).replaceWith(document.adoptNode(there));
  }

  // --- sending ---------------------------------------------------------------------------------------------------

  async function send(form, field) {
    if (isSending) return;
    isSending = true;
    clearInterval(clock);
    const body = new URLSearchParams(new FormData(form));
    if (field) body.set(field.name, field.value);
    all("#answers button").forEach((button) => (button.disabled = true));
    field?.classList.add("taken");
    for (let tries = 0; ; tries++) {
      const page = await sent(form.action, body);
      if (page) {
        isSending = false;
        return arrive(page);
      }
      await again(WAITS[Math.min(tries, WAITS.length - 1)]);
    }
  }

  // The page the server answers with; nothing where it cannot be reached. The same answer sent twice counts once.
  async function sent(address, body) {
    try {
      const answer = await fetch(address, { method: "POST", body, signal: AbortSignal.timeout(PATIENCE) });
      if (answer.status >= 500 || answer.status === 429) return null;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      one("#lost")?.remove();
      if (one("#session", page)) return page;
      // Not the conversation: what the server has to say takes its place.
      document.replaceChild(document.adoptNode(page.documentElement), document.documentElement);
      return new Promise(() => {});
    } catch {
      return null;
    }
  }

  function again(seconds) {
    return new Promise((resolve) => {
      if (!one("#lost")) {
        const note = document.createElement("div");
        note.id = "lost";
        note.className = "note warn";
        note.setAttribute("role", "alert");
        const words = document.createElement("p");
        words.textContent = told().lost;
        const button = document.createElement("button");
        button.type = "button";
        button.className = "button slim";
        button.textContent = told().try;
        note.append(words, button);
        one("#answers").prepend(note);
        note.scrollIntoView({ block: "nearest" });
      }
      const go = () => {
        clearTimeout(timer);
        removeEventListener("online", go);
        resolve();
      };
      const timer = setTimeout(go, seconds * 1000);
      addEventListener("online", go);
      one("#lost button").onclick = go;
    });
  }

  function arrive(page) {
    arrived = page;
    const known = all("#log > .row").length;
    const fresh = all("#log > .row", page).slice(known).map((row) => document.adoptNode(row));
    one("#now")?.removeAttribute("id");
    for (const timed of all("#timed", page)) timed.dataset.since = performance.now();
    tell(fresh, () => {
      for (const part of ["#person", "#clock", "#ledger", "#moods", "#session", "#answers"]) settle(part);
      arrived = null;
      history.replaceState(null, "", `/play/${told().session}`);
    });
  }

  // --- time ------------------------------------------------------------------------------------------------------

  function run() {
    clearInterval(clock);
    const timed = one("#timed");
    if (!timed) return;
    const limit = Number(timed.dataset.limit);
    const since = Number(timed.dataset.since ?? performance.now());
    const words = one("[data-words]", timed);
    words.setAttribute("aria-live", "polite");
    const say = (text) => words.textContent === text || (words.textContent = text);
    const tick = () => {
      const left = (Number(timed.dataset.left) - (performance.now() - since)) / 1000;
      const shown = Math.max(0, Math.min(limit, left));
      one("text", timed).textContent = Math.ceil(shown);
      one(".full", timed).setAttribute("stroke-dasharray", `${(100 * shown) / limit} 100`);
      one(".ring", timed).classList.toggle("late", left <= NEARLY_OVER);
      if (left > limit) say(told().reading.replace("{time}", limit));
      else if (left > NEARLY_OVER) say(told().waiting);
      else say(told().left.replace("{left}", NEARLY_OVER));
      if (left <= 0 && !isSending) send(one("#silence"), null);
    };
    tick();
    clock = setInterval(tick, 200);
  }

  // --- pressing --------------------------------------------------------------------------------------------------

  const isTelling = () => after !== null;
  const isSettled = () => performance.now() - settledAt >= SETTLES;

  function fold() {
    const ledger = one("#ledger details");
    if (ledger && matchMedia("(max-width: 44rem)").matches) ledger.open = false;
  }

  addEventListener("submit", (event) => {
    if (!event.target.closest("#answers")) return;
    event.preventDefault();
    if (isSettled()) send(event.target, event.submitter);
  });

  addEventListener("click", (event) => {
    if (isTelling() && !event.target.closest("a, .bar, #ledger")) {
      event.preventDefault();
      showAll();
    }
  });

  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest?.("input, textarea, select")) return;
    if (isTelling() && (event.key === " " || /^[1-9]$/.test(event.key))) {
      event.preventDefault();
      showAll();
      return;
    }
    if (/^[1-9]$/.test(event.key) && !isSending && isSettled()) one(`[data-key="${event.key}"]`)?.click();
  });

  addEventListener("DOMContentLoaded", () => {
    fold();
    if (told().step === "1" && told().state === "open" && !isStill()) {
      const answers = [...one("#answers").childNodes];
      const fresh = all("#log > .row");
      fresh.forEach((row) => row.remove());
      for (const timed of all("#timed")) timed.dataset.since = performance.now();
      tell(fresh, () => one("#answers").replaceChildren(...answers));
    } else {
      run();
    }
  });
})();
