// A channel's community tab: the post dialog holds the same box.

import { ready } from "../../common/site.js";
import { box } from "../box.js";

const dialog = document.querySelector("ytd-backstage-post-dialog-renderer");
document.querySelector("#create").addEventListener("click", () => box(dialog, "post", "What’s on your mind?"));
ready();
