// /r/<community>/submit: title and body go out together by a button in a shadow root.
// The title is there already, as with /submit?title=…: without one the button stays disabled.

import { join, model, ready, received } from "../../common/site.js";
import { header, make } from "../elements.jsx";

const title = make("post-composer-title");
const body = make("shreddit-composer");
const button = make("r-post-form-submit-button", { id: "submit-post-button" });
const form = make(
  "r-post-composer-form",
  {},
  make("section", {}, title, body),
  make("div", {}, make("button", { type: "button", "aria-haspopup": "dialog" }, "Add flair and tags"), button),
);
document.getElementById("main-content").append(header(), form);

const parts = () => [title.field.value, body.text].filter((it) => it);
model("post", () => join(parts()));
title.field.value = "Opening hours this week";
button.button.disabled = false;
form.addEventListener("composer-changed", () => (button.button.disabled = !title.field.value.trim()));
form.addEventListener("post", () => {
  received(join(parts()), parts());
  title.field.value = "";
  body.clear();
});
ready();
