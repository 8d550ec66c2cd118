"use strict";
// Without this script the page is the whole map, with every word below it.
(() => {
  const body = document.body;
  const byId = (id) => document.getElementById(id);
  const stage = byId("stage");
  const svg = stage.querySelector("svg");
  const panel = byId("words");
  const reader = byId("scenes");
  const search = byId("search");
  const results = byId("results");
  const all = svg.viewBox.baseVal;
  const whole = { x: all.x, y: all.y, width: all.width, height: all.height };
  const cards = new Map([...svg.querySelectorAll(".card[data-scene]")].map((card) => [card.dataset.scene, card]));
  const articles = new Map([...panel.querySelectorAll("article")].map((part) => [part.dataset.scene, part]));
  const runs = [...svg.querySelectorAll(".run")];
  const edges = [...stage.querySelectorAll("[data-move]")].map((button) => [button.dataset.move, button.parentNode]);
  body.classList.add("live");

  // --- the view: which point of the map is in the middle, and how many pixels a unit takes ---
  const view = { x: 0, y: 0, scale: 1 };

  // Nothing but the map is shown, where it is larger than the window; else it stands in the middle.
  function within(middle, start, length, seen) {
    if (seen >= length) return start + length / 2;
    return Math.min(Math.max(middle, start + seen / 2), start + length - seen / 2);
  }

  function show() {
    const width = stage.clientWidth / view.scale;
    const height = stage.clientHeight / view.scale;
    view.x = within(view.x, whole.x, whole.width, width);
    view.y = within(view.y, whole.y, whole.height, height);
    svg.classList.toggle("far", view.scale < 0.4);
    svg.setAttribute("viewBox", `${view.x - width / 2} ${view.y - height / 2} ${width} ${height}`);
    const margin = 24; // at its rim the map is empty
    const beyond = {
      left: view.x - width / 2 > whole.x + margin,
      right: view.x + width / 2 < whole.x + whole.width - margin,
      up: view.y - height / 2 > whole.y + margin,
      down: view.y + height / 2 < whole.y + whole.height - margin,
    };
    for (const [side, edge] of edges) edge.hidden = !beyond[side];
  }

  function move(right, down) {
    view.x += right * stage.clientWidth / view.scale;
    view.y += down * stage.clientHeight / view.scale;
    show();
  }

  function fitting() {
    return Math.min(stage.clientWidth / whole.width, stage.clientHeight / whole.height);
  }

  function showWhole() {
    Object.assign(view, { x: whole.x + whole.width / 2, y: whole.y + whole.height / 2, scale: fitting() });
    show();
  }

  function zoom(factor, across = stage.clientWidth / 2, down = stage.clientHeight / 2) {
    const scale = Math.min(Math.max(view.scale * factor, fitting() * 0.8), 4);
    const change = 1 / view.scale - 1 / scale;
    view.x += (across - stage.clientWidth / 2) * change;
    view.y += (down - stage.clientHeight / 2) * change;
    view.scale = scale;
    show();
  }

  function placeOf(card) {
    const box = card.querySelector(".shape").getBBox();
    const at = card.transform.baseVal.consolidate().matrix;
    const moved = card.parentNode.parentNode.transform.baseVal.consolidate().matrix;
    return { x: at.e + moved.e, y: at.f + moved.f, width: box.width, height: box.height };
  }

  function goTo(card, least) {
    const place = placeOf(card);
    view.scale = Math.max(view.scale, least);
    const width = stage.clientWidth / view.scale;
    const height = stage.clientHeight / view.scale;
    const isSeen = place.x > view.x - width / 2 && place.x + place.width < view.x + width / 2
      && place.y > view.y - height / 2 && place.y + place.height < view.y + height / 2;
    if (!isSeen) {
      view.x = place.x + place.width / 2;
      view.y = place.y + Math.min(place.height, height) / 2;
    }
    show();
  }

  // --- the words of a scene ---
  let chosen = null;

  function open(isOpen) {
    panel.parentNode.classList.toggle("open", isOpen);
    byId("close").hidden = !isOpen;
    show();
  }

  function mark(scene, way) {
    svg.classList.toggle("chosen", scene !== null);
    for (const [name, card] of cards) card.classList.toggle("chosen", name === scene);
    for (const [name, part] of articles) part.classList.toggle("open", name === scene);
    for (const run of runs) run.classList.toggle("near", run.dataset.from === scene || run.dataset.to === scene);
    for (const part of document.querySelectorAll("[data-way]")) {
      part.classList.toggle("asked", way !== undefined && part.dataset.way === way && !part.matches(".run"));
    }
  }

  function choose(scene, way, isFocused) {
    chosen = scene;
    mark(scene, way);
    open(true);
    goTo(cards.get(scene), 0.75);
    const article = articles.get(scene);
    if (isFocused) article.querySelector("h2").focus({ preventScroll: true });
    const asked = way === undefined ? null : article.querySelector("li.asked");
    if (asked) asked.scrollIntoView({ block: "nearest" });
    else reader.scrollTop = 0;
  }

  function close() {
    const card = cards.get(chosen);
    chosen = null;
    mark(null);
    open(false);
    (card || stage).focus({ preventScroll: true });
  }

  // --- searching ---
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const places = [...articles].flatMap(([scene, article]) => [
    { scene, text: plain(article.querySelector(".scene").textContent), label: article.querySelector("h2").textContent },
    ...[...article.querySelectorAll("li")].map((item) => ({
      scene, way: item.dataset.way, item, text: plain(item.textContent),
      label: item.querySelector(".way").textContent,
    })),
  ]);
  let hits = [];
  let current = -1;

  function find() {
    const asked = plain(search.value).split(/\s+/).filter(Boolean);
    hits = asked.length ? places.filter((place) => asked.every((word) => place.text.includes(word))) : [];
    current = -1;
    const scenes = new Set(hits.map((hit) => hit.scene));
    const ways = new Set(hits.filter((hit) => hit.way !== undefined).map((hit) => hit.way));
    svg.classList.toggle("searching", asked.length > 0);
    for (const [name, card] of cards) card.classList.toggle("hit", scenes.has(name));
    for (const part of document.querySelectorAll("[data-way]")) {
      part.classList.toggle("hit", asked.length > 0 && ways.has(part.dataset.way));
    }
    const own = hits.filter((hit) => hit.way === undefined).length;
    const told = body.dataset.counts.replace("{scenes}", own).replace("{choices}", hits.length - own);
    byId("found").textContent = asked.length ? (hits.length ? told : body.dataset.none) : "";
    list();
    if (hits.length) goTo(cards.get(hits[0].scene), 0.6);
  }

  function list() {
    results.replaceChildren(...hits.slice(0, 100).map((hit, number) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = hit.label;
      button.addEventListener("click", () => step(number, true));
      const item = document.createElement("li");
      item.append(button);
      return item;
    }));
    results.hidden = hits.length === 0;
    open(hits.length > 0 || chosen !== null);
  }

  function step(number, isFocused) {
    if (!hits.length) return;
    current = (number + hits.length) % hits.length;
    const { scene, way } = hits[current];
    results.querySelectorAll("button").forEach((button, place) => {
      if (place === current) button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
    });
    choose(scene, way, isFocused);
  }

  byId("find").addEventListener("submit", (event) => event.preventDefault());
  search.addEventListener("input", find);
  search.addEventListener("keydown", (event) => {
    if (event.key === "Enter") step(current + (event.shiftKey ? -1 : 1), false);
  });

  // --- mouse and touch ---
  const pointers = new Map();
  let travelled = 0;

  function spread() {
    const [one, other] = [...pointers.values()];
    return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2, far: Math.hypot(one.x - other.x, one.y - other.y) };
  }

  svg.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    if (!pointers.size) travelled = 0;
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  });
  window.addEventListener("pointermove", (event) => {
    const last = pointers.get(event.pointerId);
    if (!last) return;
    const before = pointers.size === 2 ? spread() : null;
    travelled += Math.abs(event.clientX - last.x) + Math.abs(event.clientY - last.y);
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (travelled < 5) return;
    stage.classList.add("moved");
    const after = before ? spread() : { x: event.clientX, y: event.clientY };
    const from = before || last;
    view.x -= (after.x - from.x) / view.scale;
    view.y -= (after.y - from.y) / view.scale;
    const box = stage.getBoundingClientRect();
    if (before && before.far) zoom(after.far / before.far, after.x - box.left, after.y - box.top);
    else show();
  });
  for (const kind of ["pointerup", "pointercancel"]) {
    window.addEventListener(kind, (event) => {
      pointers.delete(event.pointerId);
      stage.classList.remove("moved");
    });
  }
  svg.addEventListener("wheel", (event) => {
    event.preventDefault();
    const box = stage.getBoundingClientRect();
    const lines = event.deltaMode === 1 ? 30 : 1;
    const speed = event.ctrlKey ? 0.01 : 0.0015;
    zoom(Math.exp(-event.deltaY * lines * speed), event.clientX - box.left, event.clientY - box.top);
  }, { passive: false });
  svg.addEventListener("click", (event) => {
    if (travelled >= 5) return;
    const way = event.target.closest("[data-way]");
    const card = event.target.closest(".card");
    if (card) choose(card.dataset.scene, way ? way.dataset.way : undefined, true);
    else if (way) choose(way.dataset.from, way.dataset.way, true);
  });
  panel.addEventListener("click", (event) => {
    const link = event.target.closest("[data-go]");
    if (!link) return;
    event.preventDefault();
    choose(link.dataset.go, undefined, true);
  });

  // --- keys and buttons ---
  for (const card of cards.values()) {
    card.setAttribute("tabindex", "0");
    card.setAttribute("role", "button");
    card.addEventListener("focus", () => { if (card.matches(":focus-visible")) goTo(card, 0.6); });
  }
  const moves = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const first = cards.get(body.dataset.start) || cards.values().next().value;
  const keys = {
    "+": () => zoom(1.25), "=": () => zoom(1.25), "-": () => zoom(0.8), "0": showWhole,
    Home: () => goTo(first, 0.75),
  };
  stage.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const card = event.target.closest(".card");
    if (card && (event.key === "Enter" || event.key === " ")) choose(card.dataset.scene, undefined, true);
    else if (moves[event.key]) {
      view.x += moves[event.key][0] * 90 / view.scale;
      view.y += moves[event.key][1] * 90 / view.scale;
      show();
    } else if (keys[event.key]) keys[event.key]();
    else return;
    event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && event.target !== search) {
      event.preventDefault();
      search.focus();
    } else if (event.key === "Escape") {
      if (event.target === search && search.value) {
        search.value = "";
        find();
      } else if (chosen !== null) close();
    }
  });
  byId("close").addEventListener("click", () => {
    search.value = "";
    find();
    close();
  });
  byId("closer").addEventListener("click", () => zoom(1.25));
  byId("farther").addEventListener("click", () => zoom(0.8));
  const steps = { left: [-0.7, 0], right: [0.7, 0], up: [0, -0.7], down: [0, 0.7] };
  for (const [side, edge] of edges) {
    edge.firstElementChild.addEventListener("click", () => {
      move(...steps[side]);
      if (edge.hidden) stage.focus({ preventScroll: true });
    });
  }
  byId("whole").addEventListener("click", showWhole);
  byId("first").addEventListener("click", () => goTo(first, 0.75));
  new ResizeObserver(show).observe(stage);

  showWhole();
  if (view.scale < 0.6) {
    // Too small to read: begin with the first scene, at the left of what is shown.
    const place = placeOf(first);
    view.scale = 0.8;
    view.x = place.x - 40 + stage.clientWidth / view.scale / 2;
    view.y = place.y + place.height / 2;
    show();
  }
})();
