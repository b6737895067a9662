// An in-house tool as a server writes it: a form with names, a textarea, a button that submits. `?changed`: a later version of it.

import { createRoot } from "react-dom/client";
import { useEffect, useRef } from "react";
import { model, ready, received } from "../../common/site.js";

const changed = new URLSearchParams(location.search).has("changed");

function Tool() {
  const box = useRef(null);
  useEffect(() => {
    model("post", () => box.current?.value);
    ready();
  }, []);
  return (
    <main>
      <form role="search"><input name="q" type="text" placeholder="Search posts" /></form>
      <form
        className="new-post"
        onSubmit={(event) => {
          event.preventDefault();
          received(box.current.value);
          box.current.value = "";
        }}
      >
        <textarea ref={box} name={changed ? "entry" : "post[body]"} rows={4} cols={40} />
        <button type="button">Preview</button>
        <button type="submit" name="publish">Publish</button>
      </form>
      <textarea className="note" placeholder="Notes for the team" />
    </main>
  );
}

createRoot(document.getElementById("root")).render(<Tool />);
