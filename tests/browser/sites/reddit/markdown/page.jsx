// A comment in markdown: a textarea two shadow roots deep.

import { page } from "../comment.jsx";

page("markdown");
