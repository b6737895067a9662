// Weibo: one text area, the primary button of its panel.

import { model, ready, received } from "../../common/site.js";

const area = document.querySelector(".woo-panel-main textarea");
const button = document.querySelector(".woo-button-primary");
model("post", () => area.value);
const send = () => {
  if (!area.value.trim()) return;
  received(area.value);
  area.value = "";
  button.disabled = true;
};
area.addEventListener("input", () => (button.disabled = !area.value.trim()));
area.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send();
});
button.addEventListener("click", send);
ready();
