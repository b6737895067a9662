window.YTD.tweets.part0 = [
  {
    "tweet" : {
      "id_str" : "2001",
      "full_text" : "We will never test on animals &amp; never did. https://t.co/aaa",
      "created_at" : "Wed Mar 05 23:59:59 +0000 2025",
      "lang" : "en",
      "entities" : { "urls" : [ { "url" : "https://t.co/aaa", "expanded_url" : "https://example.org/policy" } ] }
    }
  },
  {
    "tweet" : {
      "id_str" : "2002",
      "full_text" : "RT @someone: not our words",
      "created_at" : "Thu Mar 06 20:00:00 +0000 2025",
      "entities" : { }
    }
  },
  {
    "tweet" : {
      "id_str" : "2003",
      "full_text" : "@customer 죄송합니다. 바로 확인할게요 😢",
      "created_at"