// A comment in rich text.

import { page } from "../comment.jsx";

page("richtext");
