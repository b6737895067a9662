// A video's page: the comment box is made when its placeholder is pressed, a reply's when "Reply" is.

import { ready } from "../../common/site.js";
import { box } from "../box.js";

const simple = document.querySelector("ytd-comment-simplebox-renderer");
simple.querySelector("#placeholder-area").addEventListener("click", () => box(simple, "comment", "Add a comment…"));
const thread = document.querySelector("ytd-comment-thread-renderer");
thread.querySelector("button").addEventListener("click", () => box(thread.querySelector(".place"), "reply", "Add a reply…"));
ready();
