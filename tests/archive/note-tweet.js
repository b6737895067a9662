window.YTD.note_tweet.part0 = [
  {
    "noteTweet" : {
      "noteTweetId" : "9001",
      "createdAt" : "2025-03-07T09:00:00.000Z",
      "core" : { "text" : "A long promise begins here and it goes on for quite a while so that it is cut off somewhere in the list, but here it is whole." }
    }
  },
  {
    "noteTweet" : {
      "noteTweetId" : "9002",
      "createdAt" : "2025-04-01T09:00:00.000Z",
      "core" : { "text" : "A long text whose post is in another part." }
    }
  }
]
