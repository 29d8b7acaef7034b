"""The table of a language's speech: its verbs of saying with their forms, and the function words around them."""

from enum import StrEnum

from msgspec import Struct


class Takes(StrEnum):
    """What may follow a reporting verb. `label` is a phrase that holds words between marks, `figure` a number."""

    QUOTE = "quote"
    THAT = "that"
    BARE = "bare"
    WHETHER = "whether"
    PERSON = "person"
    OBJECT = "object"
    LABEL = "label"
    INFINITIVE = "infinitive"
    GERUND = "gerund"
    FIGURE = "figure"


class Tense(StrEnum):
    """Which form of a verb a word is."""

    BASE = "base"
    FINITE = "finite"
    PARTICIPLE = "participle"
    GERUND = "gerund"


class VerbGroup(Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs of one frame. A line: `base | other finite forms | participles | gerunds`; `~` sets off a particle."""

    manner: str
    takes: tuple[Takes, ...]
    forms: tuple[str, ...]
    prepositions: tuple[str, ...] = ()
    """Prepositions or particles that the object needs: "call *for*"."""


class Order(StrEnum):
    """Where the finite verb of a main clause stands."""

    SVO = "svo"
    V2 = "v2"


class Speech(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One language's table. Every entry is written in lower case."""

    order: Order
    pronouns_invert: bool
    """Whether a pronoun subject may follow its verb ("a-t-il dit"); English says "he said" only."""
    ordinal_dot: bool = False
    """Whether a dot behind a number makes it an ordinal: German "3. Oktober"."""
    according: tuple[str, ...]
    """Words in front of a source: "according to"."""
    according_after: tuple[str, ...] = ()
    """Words behind a source: German "zufolge"."""
    according_noun_openers: tuple[str, ...] = ()
    """Prepositions that make a source of a noun of saying: German "nach Angaben", "seiner Meinung nach"."""
    according_nouns: tuple[str, ...] = ()
    """Such nouns, or the ends of their compounds."""
    according_tail: tuple[str, ...] = ()
    """Words in front of a source that stands behind its words: German "so"."""
    so_words: tuple[str, ...] = ()
    """Words that take up quoted words in front of their verb: "„…“, *so* urteilte das Gericht"."""
    as_words: tuple[str, ...] = ()
    """Words that tie a cue to the clause it reports: "*as* she said"."""
    comma_clauses: bool = False
    """Whether a reported clause follows its verb behind a comma: German "sagte, er habe"."""
    reflexives: tuple[str, ...] = ()
    """Reflexive pronouns: with one, "to be" makes a perfect, not a passive (French "s'est plaint")."""
    hearsay: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    """Phrases with a reporting verb that report nothing: "that said"."""
    approaches: tuple[str, ...] = ()
    """What one asks with: who does not answer "requests for comment" says nothing."""
    reporting_nouns: tuple[str, ...]
    """Nouns and adjectives whose clause with a conjunction is what somebody says: "der Ansicht, dass"."""
    data_nouns: tuple[str, ...]
    collective_nouns: tuple[str, ...]
    unnamed_nouns: tuple[str, ...]
    pronouns: tuple[str, ...]
    he: tuple[str, ...]
    she: tuple[str, ...]
    they: tuple[str, ...]
    first_person: tuple[str, ...]
    latter: tuple[str, ...] = ()
    """Pronouns that mean whoever was named last: German "dieser", French "celui-ci"."""
    second_person: tuple[str, ...] = ()
    """Words that address somebody: English "you", "your"."""
    speaking_self: tuple[str, ...] = ()
    """Words of one who speaks of himself alone: English "I", "my"; of "I'm", what stands before the mark."""
    generic: tuple[str, ...] = ()
    """Pronouns that mean nobody in particular: English "you", German "man"."""
    relatives: tuple[str, ...]
    complementisers: tuple[str, ...]
    questions: tuple[str, ...]
    determiners: tuple[str, ...]
    indefinite: tuple[str, ...]
    prepositions: tuple[str, ...]
    contractions: tuple[str, ...] = ()
    """Prepositions grown together with an article: French "du", German "im"."""
    coordinators: tuple[str, ...]
    adversatives: tuple[str, ...] = ()
    """Coordinators that also stand behind a verb: German "sagte *aber*, …"."""
    subordinators: tuple[str, ...]
    auxiliaries: tuple[str, ...]
    auxiliary_names: tuple[str, ...] = ()
    """Auxiliaries that are names too: "*Will* Harte", "George *Will*"."""
    have: tuple[str, ...]
    """Auxiliaries that make a perfect of a participle."""
    infinitive_endings: tuple[str, ...] = ()
    """Endings of infinitives that few nouns have: French "-endre"."""
    participle_endings: tuple[str, ...] = ()
    """Endings of participles that may open a sentence: French "*Battu* au sprint, Ann Lee …"."""
    passed_on: tuple[str, ...] = ()
    """How participles begin that tell who saw a text or passed it on, not who gave it out: French "relayé"."""
    gerund_endings: tuple[str, ...] = ()
    """Endings of gerunds behind a phrase of `besides`: French "-ant"."""
    besides: tuple[str, ...] = ()
    """Two words that with a gerund open what the speaker does besides: French "*tout en* excluant …"."""
    infinitive_clitics: tuple[str, ...] = ()
    """Pronouns in front of such an infinitive: French "dit *en* avoir vendu dix"."""
    perfect: tuple[str, ...] = ()
    """Infinitives that make a perfect of a participle: French "avoir"."""
    be: tuple[str, ...]
    """Auxiliaries that make a passive or progressive."""
    negators: tuple[str, ...]
    adverbs: tuple[str, ...]
    adverb_phrases: tuple[str, ...] = ()
    """Phrases that stand in a clause as an adverb does: French "de son côté", German "unter anderem"."""
    adverb_endings: tuple[str, ...] = ()
    """Endings that make an adverb of nearly every word that has them."""
    finite_endings: tuple[str, ...] = ()
    """Endings that hardly any word has but a finite verb: Spanish "-ó", "-aron"."""
    not_adverbs: tuple[str, ...] = ()
    """Words with such an ending that are none."""
    weekdays: tuple[str, ...]
    """Words of time that may stand between a verb and its complement without a preposition."""
    titles: tuple[str, ...]
    abbreviations: tuple[str, ...]
    before_numbers: tuple[str, ...] = ()
    """Abbreviations with their full stop that stand before a number alone: "no."."""
    finite_verbs: tuple[str, ...]
    """Common finite verbs: a subject never reaches back over one."""
    infinitive_marks: tuple[str, ...]
    """Words right before an infinitive: "to"."""
    whereafter: tuple[str, ...] = ()
    """Conjunctions behind a noun of something said: German "die Aussage der Zeugin, *wonach* …"."""
    teams: tuple[str, ...] = ()
    """Nouns of people who work around one who is named, or their ends: German "ein *Team* um Ann Lee"."""
    infinitive_openers: tuple[str, ...] = ()
    """Prepositions that make an infinitive a purpose or a manner: German "*um* sie zu warnen"."""
    objects: tuple[str, ...]
    """Pronouns addressed: "told *him*"."""
    time_openers: tuple[str, ...]
    """Words before a word of time: "*last* week"."""
    agents: tuple[str, ...]
    """Words that bring in the agent of a passive: "by"."""
    same_source: tuple[str, ...] = ()
    """Phrases for whoever was cited last: "the same source"."""
    nouns_capital: bool = False
    """Whether all nouns are written with a capital: German."""
    oblique: tuple[str, ...] = ()
    """Determiners and pronouns that are never a subject: German "dem", "einen", "sich"."""
    citing: tuple[str, ...] = ()
    """Verbs whose passive has the speaker as subject: German "wird zitiert"."""
    media: tuple[str, ...] = ()
    """Prepositions that bring in where an impersonal verb reports: "*in* der Mitteilung hieß es"."""
    whence: tuple[str, ...] = ()
    """Prepositions that tell from where words come that nobody is named for: German "verlautete *aus* Bern"."""
    to_whom: tuple[str, ...] = ()
    """Prepositions that bring in whom somebody tells: "said *to* reporters"."""
    occasion_words: tuple[str, ...] = ()
    """Prepositions that bring in where or on what occasion it was said."""
    expected: tuple[str, ...] = ()
    """Auxiliaries of what is still to be said: "*will* announce"."""
    possible: tuple[str, ...] = ()
    """Auxiliaries of what may be said or would have been: "*could* say"."""
    origins: tuple[str, ...] = ()
    """Prepositions with which a description behind a name may begin: "Jens Pohl, *vom* Bauernverband"."""
    behind_speaking: tuple[str, ...] = ()
    """Words behind a verb of speaking that go on it: "declined *to* be named", "spoke *on* condition of anonymity"."""
    formerly: tuple[str, ...] = ()
    """Adverbs that begin a description behind a name: "Lee, *now* a consultant"."""
    approximate: tuple[str, ...] = ()
    """Prepositions that blur a number instead: "*about* 200 people"."""
    such_as: tuple[str, ...] = ()
    """Prepositions that bring in members of a group, as part of its phrase: "including"."""
    light_verbs: tuple[str, ...] = ()
    """Verbs that make a cue with a noun that reports: "*made* the claim that"."""
    headline_labels: tuple[str, ...] = ()
    """Words before a colon in a headline that name a kind of report, nobody who speaks."""
    passive: tuple[str, ...] = ()
    """Auxiliaries of a passive, where others make a perfect: German "wird"."""
    views: tuple[str, ...] = ()
    """Nouns of what one holds to be so, also with a clause without a conjunction: German "die *Meinung*, er sei …"."""
    things_said: tuple[str, ...] = ()
    """Nouns of what is said or thought, or their ends, which name nobody: German "die *Kritik* wies er ab"."""
    reactions: tuple[str, ...] = ()
    """Nouns of how somebody takes a thing, whose words follow: German "*Kritik* kam von der Opposition: „…“"."""
    reaction_openers: tuple[str, ...] = ()
    """Prepositions in front of whose reaction it is."""
    naming: tuple[str, ...] = ()
    """Verbs that tell what a thing is called: German "der Titel *lautet* „…“"."""
    work_nouns: tuple[str, ...] = ()
    """Nouns of works and of what they are called by, or the ends of their compounds: German "ihr neues *Album*"."""
    inscribing: tuple[str, ...] = ()
    """Verbs by which words stand in a text or on a thing: German "auf dem Plakat *stand*: „…“"."""
    readable: tuple[str, ...] = ()
    """Infinitives of the same: German "war zu *lesen*"."""
    wanting: tuple[str, ...] = ()
    """Forms of a verb by which quoted words are what somebody means to do: German "*will* „alles prüfen“"."""
    spoken_of: tuple[str, ...] = ()
    """Nouns of the phrase by which a text speaks of something: German "war von „Mut“ die *Rede*"."""
    viewing: tuple[str, ...] = ()
    """Verbs that tell how one sees a thing, and also what one looks at: German "sieht darin einen „Angriff“"."""
    called_as: tuple[str, ...] = ()
    """Words right in front of what something is called: German "wies es *als* „Unsinn“ zurück"."""
    label_words: tuple[str, ...] = ()
    """Words right in front of a name in marks: "so-called", "namens"."""
    subjunctives: tuple[str, ...] = ()
    """Finite forms that mark words as reported: German "sei", "habe"."""
    genitives: tuple[str, ...] = ()
    """Determiners that may begin a genitive behind its noun: "der Chef *der* Behörde"."""
    definite_articles: tuple[str, ...] = ()
    relative_articles: tuple[str, ...] = ()
    """Articles that also are relative pronouns: German "der, die, das"."""
    object_clitics: tuple[str, ...] = ()
    """Object pronouns in front of an auxiliary: French "*l'*a dit"."""
    datives: tuple[str, ...] = ()
    """Determiners that begin an addressee behind an inverted subject: "sagte Lanzer *dem* Sender"."""
    numbers: tuple[str, ...] = ()
    counts: tuple[str, ...] = ()
    """Counts that name people without a noun: "the *two*"."""
    courts: tuple[str, ...] = ()
    """Bodies before which words are told that an impersonal verb reports: "*the court* heard"."""
    impersonal: tuple[str, ...] = ()
    """Verbs that report only with an impersonal subject: "hieß es"."""
    possessives_he: tuple[str, ...] = ()
    """Possessives that stand for a man who speaks: "*seiner* Meinung nach"."""
    possessives_she: tuple[str, ...] = ()
    pro_complements: tuple[str, ...] = ()
    """Words that stand for what was said before: "clarified *this*"."""
    links: tuple[str, ...] = ()
    """Phrases that lead a main verb to an infinitive of saying: "went on to"."""
    attached: tuple[str, ...] = ()
    """Words that attach a speaker with a participle: "*with* Kirby saying"."""
    meanwhile: tuple[str, ...] = ()
    """Conjunctions behind a comma with which somebody else speaks: "…, *while* the union said"."""
    concessives: tuple[str, ...] = ()
    """Subordinators whose clause ends at the comma before the main clause."""
    places: tuple[str, ...] = ()
    """Conjunctions of a clause that tells of a place: "where"."""
    pointing: tuple[str, ...] = ()
    """Demonstratives."""
    poll_openers: tuple[str, ...] = ()
    """Prepositions that bring in a poll as a source: "*in* a Gallup poll, …"."""
    poll_nouns: tuple[str, ...] = ()
    mostly_nouns: tuple[str, ...] = ()
    """Words that are nouns unless a clause, a pronoun or an article follows: English "states", "remarks"."""
    nouns_look_like_verbs: bool = False
    """Whether verb forms and plural nouns are often the same word: English "claims", "reports"."""
    hearsay_nouns: tuple[str, ...] = ()
    """Nouns of what unnamed media or people tell: "media reports", "rumours"."""
    abstract_nouns: tuple[str, ...] = ()
    """Nouns that name nobody who speaks where they stand alone: "estimates", "strike"."""
    descriptions: tuple[str, ...] = ()
    """Nouns, or the ends of their compounds, that with an article stand for a person named before: "der *Kroate*", "le
    *technicien*"."""
    formers: tuple[str, ...] = ()
    """Adjectives of what a person was before: French "cet *ancien* instituteur"."""
    own_words: tuple[str, ...] = ()
    """Words that make the clause's own subject the source: "by its *own* account", German "eigenen Angaben"."""
    in_town: tuple[str, ...] = ()
    """Prepositions of the town behind an occasion: "at a conference *in* Oslo"."""
    in_place: tuple[str, ...] = ()
    """Prepositions of where something is, inside what describes a person: German "der Truppen *im* Irak"."""
    occasion_nouns: tuple[str, ...] = ()
    """Nouns of occasions on which something is said, or the ends of their compounds: "press conference"."""
    it: tuple[str, ...] = ()
    """Pronouns that may mean a body."""
    bodies: tuple[str, ...] = ()
    """Nouns of bodies that speak, which such a pronoun behind a clause may mean."""
    masculine: tuple[str, ...] = ()
    """Articles of a masculine subject."""
    feminine: tuple[str, ...] = ()
    feminine_oblique: tuple[str, ...] = ()
    """Articles that a feminine subject never has: German "der", "einer"."""
    feminine_endings: tuple[str, ...] = ()
    person_endings: tuple[str, ...] = ()
    """Endings of nouns that name a person by what he does: English "-ist"; German "-er", which mean a man."""
    abstract_endings: tuple[str, ...] = ()
    """Endings of nouns that name a deed or a quality, where they have no article: German "-ung"."""
    plural_endings: tuple[str, ...] = ()
    """Endings of plurals of feminine nouns: German "-ungen"."""
    demonym_endings: tuple[str, ...] = ()
    """Endings of nouns with a capital that tell where a person is from: French "le *Jurassien*"."""
    comments: tuple[str, ...] = ()
    """Nouns and gerunds behind a comma by which the writer takes up what was said: "…, a *sign* of trouble"."""
    perceiving: tuple[str, ...] = ()
    """Verbs of a stance that an adjective may follow: "*feels* steep"."""
    convinced: tuple[str, ...] = ()
    """Adjectives of one who is sure of what was just said: German "ist er *überzeugt*"."""
    therein: tuple[str, ...] = ()
    """Words behind an impersonal verb that take up the text or the source told of before: German "heißt es *darin*"."""
    thus: tuple[str, ...] = ()
    """Adverbs by which a sentence goes on what a source before it tells: German "demnach"."""
    with_words: tuple[str, ...] = ()
    """Phrases that bring in somebody's words: "with the words"."""
    third_person: tuple[str, ...] = ()
    """Pronouns beside which a verb in "-e" tells what somebody said: German "er *bitte* darum"."""
    nominative: tuple[str, ...] = ()
    """Pronouns that are a subject and nothing else: German "er"."""
    view_openers: tuple[str, ...] = ()
    """Prepositions that open a sentence with whose view its quoted words are: French "*pour* Ann Lee, « … »"."""
    pro_drop: bool = False
    """Whether a verb may stand without any subject: Spanish "afirmó"."""
    source_nouns: tuple[str, ...] = ()
    """Nouns of a source right behind a bare preposition: French "*de* source policière"."""
    learnt: tuple[str, ...] = ()
    """Participles in front of such a noun: French "a-t-on *appris* de source policière"."""
    source_openers: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    """Endings taken off before words are compared, longest first where one ends another."""
    elisions: tuple[str, ...] = ()
    """Shortened words written together with the next: French "l'", "qu'"."""
    verbs: tuple[VerbGroup, ...]
