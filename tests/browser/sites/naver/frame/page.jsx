// Naver Cafe around its article, which stands in a frame of the same host.

import { ready } from "../../common/site.js";

ready();
