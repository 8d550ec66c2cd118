// A board that changes by itself: the server tells that it is another, and the page is asked for anew.
"use strict";

(() => {
  const LEAST = 1500; // milliseconds between two times the page is asked for
  const GLIDE = 600; // milliseconds in which a row moves to its new place
  const AGAIN = 10000; // milliseconds after which a page that did not come is asked for again

  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const isStill = () =>
    document.documentElement.dataset.motion === "still" || matchMedia("(prefers-reduced-motion: reduce)").matches;
  const live = one("#live");
  const isWall = Boolean(live.dataset.seconds);

  let askedAt = 0;
  let waiting = 0; // the timer of the next time
  let isStale = false; // changed while nobody looked
  let source = null;

  function follow() {
    source?.close();
    source = new EventSource(live.dataset.live);
    source.addEventListener("open", () => tell(true));
    source.addEventListener("error", () => {
      tell(false);
      if (source.readyState === EventSource.CLOSED) setTimeout(follow, AGAIN); // browsers try again only what broke off
    });
    source.addEventListener("board", (event) => {
      if (event.lastEventId !== live.dataset.version) soon();
    });
  }

  function tell(isOn) {
    if (isWall) return;
    live.hidden = false;
    live.classList.toggle("lost", !isOn);
    one("span", live).textContent = isOn ? live.dataset.on : live.dataset.off;
  }

  function soon() {
    if (document.hidden) isStale = true;
    else if (!waiting) waiting = setTimeout(() => renew(location.href), Math.max(0, askedAt + LEAST - Date.now()));
  }

  async function renew(address) {
    waiting = 0;
    askedAt = Date.now();
    let page = null;
    try {
      const answer = await fetch(address, { credentials: "same-origin" });
      if (!answer.ok) throw new Error(answer.status);
      page = new DOMParser().parseFromString(await answer.text(), "text/html");
    } catch {
      setTimeout(() => renew(address), AGAIN);
      return false;
    }
    replace(page);
    return true;
  }

  function replace(page) {
    const before = new Map(all("tr[data-key]").map((row) => [place(row), row]));
    const tops = new Map([...before].map(([key, row]) => [key, row.getBoundingClientRect().top]));
    live.dataset.version = one("#live", page)?.dataset.version ?? "";
    const focus = document.activeElement?.closest("#board, #own") ? document.activeElement.getAttribute("href") : null;
    for (const part of ["#board", "#own", "#count"]) {
      const [old, fresh] = [one(part), one(part, page)];
      if (old && fresh) old.replaceChildren(...fresh.childNodes);
    }
    if (focus) all("#board a, #own a").find((way) => way.getAttribute("href") === focus)?.focus({ preventScroll: true });
    for (const row of all("tr[data-key]")) {
      const old = before.get(place(row));
      if (old?.dataset.value === row.dataset.value) continue;
      row.classList.add("fresh");
      setTimeout(() => row.classList.remove("fresh"), 2500);
      if (old && !isStill()) glide(row, tops.get(place(row)) - row.getBoundingClientRect().top);
    }
    const [news, fresh] = [one("#news"), one("#news", page)];
    if (news && fresh && news.dataset.news !== fresh.dataset.news) {
      news.dataset.news = fresh.dataset.news;
      news.textContent = fresh.dataset.news; // said by screen readers, once
    }
  }

  const place = (row) => `${row.closest("section")?.id} ${row.dataset.key}`;

  function glide(row, way) {
    if (way) row.animate([{ transform: `translateY(${way}px)` }, { transform: "none" }], { duration: GLIDE, easing: "ease-out" });
  }

  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && isStale) {
      isStale = false;
      soon();
    }
  });
  follow();

  if (isWall && live.dataset.following) {
    const turn = async () => {
      try {
        const answer = await fetch(live.dataset.following, { method: "HEAD", credentials: "same-origin" });
        if (answer.ok || answer.status === 405) return location.replace(live.dataset.following);
      } catch {
        // the server is not there at the moment: what hangs goes on hanging
      }
      setTimeout(turn, AGAIN);
    };
    setTimeout(turn, 1000 * Number(live.dataset.seconds));
  } else if (isWall) {
    setInterval(() => renew(location.href), 60000);
  }
})();
