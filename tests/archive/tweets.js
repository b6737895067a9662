window.YTD.tweets.part0 = [
  {
    "tweet" : {
      "id_str" : "1001",
      "full_text" : "We will never test on animals &amp; never did. https://t.co/aaa",
      "created_at" : "Wed Mar 05 23:59:59 +0000 2025",
      "lang" : "en",
      "entities" : { "urls" : [ { "url" : "https://t.co/aaa", "expanded_url" : "https://example.org/policy" } ] }
    }
  },
  {
    "tweet" : {
      "id_str" : "1002",
      "full_text" : "RT @someone: not our words",
      "created_at" : "Thu Mar 06 10:00:00 +0000 2025",
      "entities" : { }
    }
  },
  {
    "tweet" : {
      "id_str" : "1003",
      "full_text" : "@customer 죄송합니다. 바로 확인할게요 😢",
      "created_at" : "Thu Mar 06 11:00:00 +0000 2025",
      "in_reply_to_status_id_str" : "77",
      "entities" : { "urls" : [ ] }
    }
  },
  {
    "tweet" : {
      "id_str" : "1004",
      "full_text" : "A long promise begins here and it goes on for quite a while so that it is cut off somewhere in the…",
      "created_at" : "Fri Mar 07 09:00:00 +0000 2025",
      "entities" : { }
    }
  },
  { "tweet" : { "full_text" : "no id and no time" } },
  {
    "tweet" : {
      "id_str" : "1001",
      "full_text" : "We will never test on animals &amp; never did. https://t.co/aaa",
      "created_at" : "Wed Mar 05 23:59:59 +0000 2025",
      "entities" : { }
    }
  }
]
