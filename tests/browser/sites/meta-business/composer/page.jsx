// The composer of Meta Business Suite: Lexical, buttons that are divs without a stable mark, names with zero-width spaces.

import { useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import { LexicalBox } from "../../common/lexical.jsx";
import { Button } from "../../common/meta.jsx";
import { join, model, ready, received } from "../../common/site.js";

function Composer() {
  const [mount, setMount] = useState(0);
  const [own, setOwn] = useState(false);
  const [later, setLater] = useState(false);
  const [empty, setEmpty] = useState(true);
  const texts = useRef(["", ""]);
  const read = () => join(texts.current.slice(0, own ? 2 : 1));
  model("post", read);
  const set = (at) => (text) => {
    texts.current[at] = text;
    setEmpty(!read().trim());
  };
  const publish = () => {
    received(read(), texts.current.slice(0, own ? 2 : 1), later ? "schedule" : "post");
    texts.current = ["", ""];
    setLater(false);
    setMount((old) => old + 1);
  };
  return (
    <div role="main">
      <h1>Create post</h1>
      <input type="text" placeholder="Add a location" />
      <Button label={undefined} data-own="" onPress={() => setOwn(true)}><span>Customise post for Instagram</span></Button>
      <Button label={undefined} onPress={() => {}}><span>Add photo</span></Button>
      <LexicalBox key={`facebook-${mount}`} aria-label="Write into the dialogue box to include text with your post." onText={set(0)} />
      {own && <LexicalBox key={`instagram-${mount}`} aria-label="Text on Instagram" onText={set(1)} />}
      <Button label={undefined} data-later="" onPress={() => setLater(true)}><span>Set date and time</span></Button>
      <div className="footer">
        <Button label={undefined} data-cancel="" onPress={() => {}}><span>Cancel</span></Button>
        <Button label={undefined} data-kept="" onPress={() => {}}><span>Finish later</span></Button>
        <Button label={undefined} data-publishes="" disabled={empty} onPress={publish}>
          <div><span>{"\u200b"}</span>{later ? "Schedule" : "Publish"}</div>
        </Button>
      </div>
      {/* The way to help: drawn by a style sheet, and its text is a zero-width space. */}
      <Button label="Help" onPress={() => {}}><div>{"\u200b"}</div></Button>
    </div>
  );
}

createRoot(document.getElementById("root")).render(<Composer />);
ready();
