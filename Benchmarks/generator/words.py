"""A vocabulary with a long tail: some thousand draws a page must not all be the same words."""

import random

# What glues prose together; drawn most often.
COMMON = """the a to of and in is it for that on with as at by from this not are be or an if when
before after then each one all only more than but no does has its into over while until still again
also here there both some every other same next last first so""".split()

# The trade's own words; drawn often.
TRADE = """node cluster queue replica shard index cache token session gateway region zone volume disk
quota lease leader follower snapshot backup restore rollout release canary traffic request response
latency error timeout retry backoff alert metric trace log record event change window owner team
service worker scheduler controller operator pod container image registry digest secret certificate
key chain issuer expiry policy role permission account network route table subnet port listener
socket proxy balancer health probe limit budget load memory pressure eviction drain restart failover
switch promote verify compare measure confirm inspect collect rotate renew pause resume scale shrink
grow move copy archive prune compact rebuild reindex replay skip stale fresh slow broken missing
healthy degraded pending ready primary standby regional local remote shared private public""".split()

ONSETS = """b br c ch cl cr d dr f fl fr g gl gr h j k l m n p ph pl pr qu r s sc sh sk sl sm sn sp
st str t th tr v w z""".split()
VOWELS = "a e i o u ai ea ee ie oa ou".split()
ENDINGS = """n r s t l m nd nt rd st ck x ble tion ment ing ed er or al ic ity ous ive ance age ure
ism ist""".split()
BANNED = {"todo", "tbd", "fixme", "xxx", "wip"}


class Vocabulary:
    """30,000 words in the order of how often they are drawn, about as Zipf found it."""

    def __init__(self, seed, size=30_000):
        rng = random.Random(f"{seed}/vocabulary")
        known = set(COMMON) | set(TRADE) | BANNED
        rare = []
        while len(rare) < size:
            word = form(rng, rng.choice((1, 2, 2, 3)))
            if word not in known:
                known.add(word)
                rare.append(word)
        self.names = [word for word in rare if 5 <= len(word) <= 9]
        self.pool = pool(COMMON + TRADE + rare)

    def draw(self, rng, count):
        """Words from a list in which each stands as often as it shall be drawn: faster than weights."""
        words, random_number = self.pool, rng.random
        size = len(words)
        return [words[int(random_number() * size)] for _ in range(count)]


def pool(words, size=1 << 19):
    weights = [1.6 / (rank + 6) for rank in range(len(COMMON))]
    weights += [0.6 / (rank + 12) for rank in range(len(words) - len(COMMON))]
    unit = size / sum(weights)
    return [word for word, weight in zip(words, weights) for _ in range(max(1, round(weight * unit)))]


def form(rng, syllables):
    choice = rng.choice
    return "".join(choice(ONSETS) + choice(VOWELS) for _ in range(syllables)) + choice(ENDINGS)
