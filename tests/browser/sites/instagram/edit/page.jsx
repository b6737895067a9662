// /accounts/edit: a form with a textarea and a button, and no post at all. Its submit is recorded as a message.

import { useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import { model, ready, received } from "../../common/site.js";

function Edit() {
  const [bio, setBio] = useState("");
  useEffect(() => model("message", () => bio), [bio]);
  return (
    <main role="main">
      <form
        method="POST"
        onSubmit={(event) => {
          event.preventDefault();
          received(bio, undefined, "message");
        }}
      >
        <input type="text" id="pepWebsite" name="website" />
        <textarea id="pepBio" value={bio} onChange={(event) => setBio(event.target.value)} />
        <button type="submit">Submit</button>
      </form>
    </main>
  );
}

createRoot(document.getElementById("mount_0_0_ig")).render(<Edit />);
ready();
