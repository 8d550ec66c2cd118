// Opens the decision that is gone to, and all of them at once; without this each opens by itself.
"use strict";

const decisions = [...document.querySelectorAll("details.decision")];

function openTarget() {
  const target = location.hash && document.getElementById(location.hash.slice(1));
  if (target instanceof HTMLDetailsElement) {
    target.open = true;
    target.querySelector("summary").focus({ preventScroll: true });
    target.scrollIntoView({ block: "start" });
  }
}

const button = document.querySelector("#open-all");
if (button && decisions.length > 1) {
  const word = () => {
    const isAllOpen = decisions.every((each) => each.open);
    button.querySelector("span").textContent = isAllOpen ? button.dataset.close : button.dataset.open;
    return isAllOpen;
  };
  button.hidden = false;
  button.addEventListener("click", () => {
    const isAllOpen = word();
    decisions.forEach((each) => (each.open = !isAllOpen));
    word();
  });
  decisions.forEach((each) => each.addEventListener("toggle", word));
  word();
}
addEventListener("hashchange", openTarget);
openTarget();
