// A real Bluesky on loopback: PLC, PDS and AppView of @atproto/dev-env, as its makers' own tests run them.
//
// One thing is not real, because its code is closed: the service that ranks trends. It is told here what trends, and
// the AppView asks it as it asks the true one (`getTrendsSkeleton`), checks the answer and fills in the people.
//
// Two addresses are printed when all is up: the AppView's, and one that takes what should be posted and trend.
import { createServer } from 'node:http'
import { TestNetwork } from '@atproto/dev-env'

let trends = []
let down = false

const json = (response, status, body) => {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}

const listen = (handler) =>
  new Promise((resolve) => {
    const server = createServer(async (request, response) => {
      try {
        await handler(request, response)
      } catch (problem) {
        json(response, 500, { error: 'Failed', message: String(problem?.stack ?? problem) })
      }
    })
    server.listen(0, '127.0.0.1', () => resolve(server.address().port))
  })

const ranking = await listen((request, response) => {
  if (new URL(request.url, 'http://ranking').pathname !== '/xrpc/app.bsky.unspecced.getTrendsSkeleton') {
    return json(response, 501, { error: 'MethodNotImplemented' })
  }
  if (down) return json(response, 503, { error: 'Down' })
  json(response, 200, { trends })
})

const network = await TestNetwork.create({
  dbPostgresSchema: 'nunchi',
  bsky: { irisUrl: `http://127.0.0.1:${ranking}` },
})

// Feeds by their address: the posts of each trend, served by a real feed generator.
const feeds = {}
const generator = await network.createFeedGen(feeds)
const agent = network.pds.getAgent()
const accounts = new Map()

const account = async (name) => {
  if (!accounts.has(name)) {
    const made = await agent.com.atproto.server.createAccount({
      handle: `${name}.test`,
      email: `${name}@example.org`,
      password: 'a password of a test',
    })
    accounts.set(name, { did: made.data.did, headers: { authorization: `Bearer ${made.data.accessJwt}` } })
  }
  return accounts.get(name)
}

// `{ trends: [{ name, description, feed, posts: [[account, text, language]] }] }` replaces what trends.
const seed = async (wanted) => {
  const next = []
  for (const trend of wanted.trends) {
    const uris = []
    const dids = new Set()
    for (const [name, text, language] of trend.posts) {
      const { did, headers } = await account(name)
      const record = { text, langs: [language], createdAt: new Date().toISOString() }
      const made = await agent.app.bsky.feed.post.create({ repo: did }, record, headers)
      uris.push(made.uri)
      dids.add(did)
    }
    const owner = await account('trending')
    const made = await agent.com.atproto.repo.putRecord(
      {
        repo: owner.did,
        collection: 'app.bsky.feed.generator',
        rkey: trend.feed,
        record: { did: generator.did, displayName: trend.name, createdAt: new Date().toISOString() },
      },
      { headers: owner.headers, encoding: 'application/json' },
    )
    feeds[made.data.uri] = async () => ({
      encoding: 'application/json',
      body: { feed: uris.map((post) => ({ post })) },
    })
    next.push({
      topic: trend.name,
      displayName: trend.name,
      description: trend.description,
      link: `/profile/trending.test/feed/${trend.feed}`,
      startedAt: new Date().toISOString(),
      postCount: 4000,
      status: 'hot',
      category: trend.category ?? 'news',
      dids: [...dids],
    })
  }
  await network.processAll()
  trends = next
}

const control = await listen(async (request, response) => {
  let text = ''
  for await (const part of request) text += part
  const wanted = JSON.parse(text)
  // `{ down: true }`: the ranking fails, until trends are told again.
  down = wanted.down === true
  if (!down) await seed(wanted)
  json(response, 200, {})
})

const stop = async () => {
  await network.close().catch(() => {})
  process.exit(0)
}
process.on('SIGTERM', stop)
// Whoever started us is gone: so are we.
process.stdin.on('close', stop).resume()

console.log(`ready ${JSON.stringify({ appview: network.bsky.url, control: `http://127.0.0.1:${control}` })}`)
