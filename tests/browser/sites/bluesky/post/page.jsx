// A post's page: reply and quote, each in the one composer.

import { useState } from "react";
import { createRoot } from "react-dom/client";
import { ready } from "../../common/site.js";
import { Composer, Item, Shell } from "../composer.jsx";

const FOCAL = "Our bakery is closed today after the fire on Mill Street.";

function Post() {
  const [open, setOpen] = useState("");
  const close = () => setOpen("");
  return (
    <Shell>
      <Item by="baker.example" thread onReply={() => setOpen("reply")} onQuote={() => setOpen("quote")}>{FOCAL}</Item>
      <Item by="grace.example" thread>Oh no.</Item>
      {open === "reply" && <Composer id="reply" reply={FOCAL} onDone={close} />}
      {open === "quote" && <Composer id="quote" quote={FOCAL} onDone={close} />}
    </Shell>
  );
}

createRoot(document.getElementById("root")).render(<Post />);
ready();
