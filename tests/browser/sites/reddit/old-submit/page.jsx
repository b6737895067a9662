// old.reddit.com's post form: a plain form, sent by its submit event. The title is there already, as with /submit?title=…

import { join, model, ready, received } from "../../common/site.js";

const form = document.getElementById("newlink");
const { title, text } = form.elements;
const parts = () => [title.value, text.value].filter((it) => it);
model("post", () => join(parts()));
title.value = "Opening hours this week";
form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (!title.value.trim()) return;
  received(join(parts()), parts());
  form.reset();
});
ready();
