"use strict";
// Plays the page of a map as somebody does who has mouse and keyboard, and notes what comes of it.
(async () => {
  const told = {};
  const byId = (id) => document.getElementById(id);
  const svg = document.querySelector("#stage > svg");
  const box = () => svg.getAttribute("viewBox").split(" ").map(Number);
  const frame = () => new Promise((done) => setTimeout(done, 50));
  const press = (element, key, more = {}) =>
    element.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }));
  const click = (element) => element.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
  const point = (kind, target, id, x, y) =>
    target.dispatchEvent(new PointerEvent(kind, { pointerId: id, clientX: x, clientY: y, bubbles: true, button: 0 }));
  const type = (words) => {
    byId("search").value = words;
    byId("search").dispatchEvent(new Event("input", { bubbles: true }));
  };
  const opened = () => [...document.querySelectorAll("article")]
    .filter((article) => getComputedStyle(article).display !== "none").map((article) => article.dataset.scene);
  try {
    await frame();
    told.begins = box();

    const edges = () => [...document.querySelectorAll(".edge:not([hidden]) button")].map((edge) => edge.dataset.move);
    told.edges = edges();
    click(document.querySelector(`[data-move="${told.edges[0]}"]`));
    told.onward = box();
    told.edgesThere = edges();

    click(byId("whole"));
    told.whole = box();
    told.edgesOfWhole = edges();
    told.isFar = svg.classList.contains("far");
    click(byId("closer"));
    told.closer = box();
    press(byId("stage"), "0");
    told.wholeAgain = box();
    svg.dispatchEvent(new WheelEvent("wheel", { deltaY: -900, clientX: 400, clientY: 300, cancelable: true }));
    told.wheeled = box();
    press(byId("stage"), "ArrowRight");
    told.right = box();
    point("pointerdown", svg, 1, 400, 300);
    point("pointermove", window, 1, 430, 300);
    point("pointerup", window, 1, 430, 300);
    told.dragged = box();
    point("pointerdown", svg, 1, 400, 300);
    point("pointerdown", svg, 2, 500, 300);
    point("pointermove", window, 2, 600, 300);
    point("pointerup", window, 1, 400, 300);
    point("pointerup", window, 2, 600, 300);
    told.pinched = box();

    const held = svg.querySelector(".card .title");
    point("pointerdown", held, 1, 400, 300);
    point("pointermove", window, 1, 440, 300);
    point("pointerup", window, 1, 440, 300);
    click(held);
    told.openedByDragging = opened();

    press(document.body, "/");
    told.searching = document.activeElement.id;
    type("CHURCHYARD wäll");
    told.found = byId("found").textContent;
    told.hits = [...svg.querySelectorAll(".card.hit")].map((card) => card.dataset.scene);
    press(byId("search"), "Enter");
    told.opened = opened();
    told.inView = (() => {
      const [x, y, width, height] = box();
      const card = svg.querySelector(".card.chosen").getBoundingClientRect();
      const stage = byId("stage").getBoundingClientRect();
      return card.left >= stage.left && card.right <= stage.right && width > 0 && height > 0 && x + y > 0;
    })();
    type("nothing has these words");
    told.nothing = byId("found").textContent;
    press(byId("search"), "Escape");
    told.cleared = [byId("search").value, svg.classList.contains("searching")];
    press(document.body, "Escape");
    told.closed = opened();
    told.focus = document.activeElement.dataset.scene;

    const cards = [...svg.querySelectorAll(".card[data-scene]")];
    told.focusable = cards.every((card) => card.getAttribute("tabindex") === "0" && card.querySelector("title"));
    press(cards[1], "Enter");
    told.keyed = opened();
    told.heading = document.activeElement.tagName;
    click(document.querySelector("article.open a[data-go]"));
    told.followed = opened();
    const row = cards[0].querySelector("g.way");
    point("pointerdown", row, 1, 400, 300);
    point("pointerup", window, 1, 400, 300);
    click(row.querySelector("text"));
    told.asked = document.querySelector("li.asked").dataset.way;
    told.near = svg.querySelectorAll(".run.near").length;
    click(byId("close"));
    told.closedAgain = opened();
  } catch (trouble) {
    told.trouble = String(trouble);
  }
  const out = document.createElement("pre");
  out.id = "told";
  out.textContent = JSON.stringify(told);
  document.body.append(out);
})();
