import { describe, expect, it } from "vitest";
import {
  bind,
  Condition,
  call,
  carry,
  collect,
  cypher,
  EMPTY,
  type Fragment,
  join,
  Name,
  number,
  Parameter,
  quoted,
  Stored,
  setsOf,
  stored,
  where,
  word,
} from "../../src/compile/cypher/fragment.ts";

const measure = new Name("measure", false);
const edge = new Name("edge", false);
const country = new Name("country", false);
const list = new Name("list", false);
const targets = new Name("targets", true);
const claims = new Name("claims", true);

/** The names that a `CALL (…) { … }` imports, in order. */
const imported = ({ text }: Fragment): string[] =>
  (/^CALL \(([^)]*)\) \{/.exec(text)?.[1] ?? "no CALL").split(", ").filter((name) => name !== "");

describe("a piece of Cypher", () => {
  it("a piece of Cypher reads as it was written, with its names, parameters and words in place", () => {
    const piece = cypher`MATCH (${bind(measure)}:${word("Measure")}) WHERE ${stored(measure, "rate")} > ${new Parameter("p3")} LIMIT ${number(5)}`;
    expect(piece.text).toBe("MATCH (measure:Measure) WHERE measure.rate > $p3 LIMIT 5");
  });

  it("a piece uses the names of its pieces, each once, in order of use, those that it binds itself included", () => {
    const piece = cypher`MATCH (${country})<-[${bind(edge)}]-(${bind(measure)}) WHERE ${edge} = ${country} AND ${targets}`;
    expect(piece.uses).toEqual([country, edge, measure, targets]);
    expect(piece.binds).toEqual([edge, measure]);
  });

  it("a parameter, a word, a text in quotes and a number use no names and bind none", () => {
    for (const piece of [new Parameter("p0"), word("TARGETS|COVERS"), quoted("Measure"), number(20)]) {
      expect(piece.uses).toEqual([]);
      expect(piece.binds).toEqual([]);
    }
  });

  it("a name uses itself and binds nothing where it is mentioned, and is bound where `bind` stands", () => {
    expect(cypher`${measure}`.uses).toEqual([measure]);
    expect(cypher`${measure}`.binds).toEqual([]);
    expect(cypher`${bind(measure)}`.text).toBe("measure");
    expect(cypher`${bind(measure)}`.uses).toEqual([measure]);
    expect(cypher`${bind(measure)}`.binds).toEqual([measure]);
  });

  it("a condition keeps the text and the names of its piece, and says what is known of it", () => {
    const piece = cypher`${stored(bind(measure), "rate")} = ${edge}`;
    const condition = new Condition(piece, "bound");
    expect([condition.text, condition.uses, condition.binds]).toEqual([piece.text, piece.uses, piece.binds]);
    expect(condition.kind).toBe("bound");
  });
});

describe("pieces one after the other", () => {
  it("joined pieces stand one after the other with a space, or with the separator that is given", () => {
    expect(join([measure, edge]).text).toBe("measure edge");
    expect(join([measure, edge, country], " AND ").text).toBe("measure AND edge AND country");
  });

  it("empty pieces leave no trace in what is joined: not at its ends, not in the middle, not alone", () => {
    expect(join([EMPTY, measure, EMPTY, cypher``, edge, EMPTY], ", ")).toEqual(join([measure, edge], ", "));
    expect(join([EMPTY, measure, EMPTY, cypher``, edge, EMPTY], ", ").text).toBe("measure, edge");
    for (const nothing of [join([]), join([EMPTY, EMPTY], ", ")]) {
      expect([nothing.text, nothing.uses, nothing.binds]).toEqual(["", [], []]);
    }
  });

  it("an empty piece leaves no trace in a template", () => {
    const piece = cypher`MATCH (${measure})${EMPTY} RETURN 1`;
    expect(piece.text).toBe("MATCH (measure) RETURN 1");
    expect(piece.uses).toEqual([measure]);
  });

  it("joined pieces use and bind the names of all of them, each once, in their order", () => {
    const joined = join([cypher`${edge} ${bind(country)}`, cypher`${measure} ${edge}`, cypher`${country} ${bind(list)}`]);
    expect(joined.uses).toEqual([edge, country, measure, list]);
    expect(joined.binds).toEqual([country, list]);
  });

  it("joining leaves the names of the pieces as they were", () => {
    const [one, two] = [cypher`${measure} ${bind(edge)}`, cypher`${country} ${bind(list)}`];
    join([one, two]);
    expect([one.uses, one.binds]).toEqual([[measure, edge], [edge]]);
    expect([two.uses, two.binds]).toEqual([[country, list], [list]]);
  });

  it("a WHERE has a space before it and all its conditions, and is empty where there are none", () => {
    const conditions = [cypher`${measure} = ${new Parameter("p0")}`, cypher`${edge} = ${new Parameter("p1")}`];
    expect(where(conditions).text).toBe(" WHERE measure = $p0 AND edge = $p1");
    expect(where(conditions).uses).toEqual([measure, edge]);
    expect(where([])).toBe(EMPTY);
  });
});

describe("what a subquery imports", () => {
  it("a subquery imports what its body uses and does not bind itself, in order of use", () => {
    const body = cypher`MATCH (${measure})-[${bind(edge)}]->(${bind(country)}) WHERE ${edge} = ${list} RETURN ${country} AS ${bind(claims)}`;
    expect(call(body, [claims]).text).toBe(`CALL (measure, list) { ${body.text} }`);
  });

  it("a subquery does not import a name that its body uses before it binds it", () => {
    expect(imported(call(cypher`${edge} ${measure} ${bind(edge)}`, []))).toEqual(["measure"]);
  });

  it("a subquery imports plain names first and sets last, each in order of use", () => {
    expect(imported(call(cypher`${claims} ${country} ${targets} ${measure} ${claims}`, []))).toEqual([
      "country",
      "measure",
      "claims",
      "targets",
    ]);
  });

  it("a subquery whose body needs no name imports none", () => {
    expect(call(cypher`MATCH (${bind(measure)}) RETURN count(${measure}) AS ${bind(list)}`, [list]).text).toBe(
      "CALL () { MATCH (measure) RETURN count(measure) AS list }",
    );
  });

  it("a subquery imports the names of `first` before all else, also one that its body does not use", () => {
    expect(imported(call(cypher`${country} ${measure}`, [], [measure]))).toEqual(["measure", "country"]);
    expect(imported(call(cypher`${country}`, [], [edge]))).toEqual(["edge", "country"]);
  });

  it("a subquery imports a set last even where `first` names it", () => {
    expect(imported(call(cypher`${claims} ${country}`, [], [targets, measure]))).toEqual(["measure", "country", "targets", "claims"]);
  });

  it("a subquery binds what it returns for what comes after it, and none of the other names of its body", () => {
    const inner = call(cypher`MATCH (${measure})-->(${bind(country)}) RETURN ${country} AS ${bind(list)}`, [list]);
    expect(inner.binds).toEqual([list]);
    // The outer subquery needs what the inner one imports; what that returned is there, what it bound inside is not.
    expect(imported(call(cypher`${inner} RETURN ${list} AS ${bind(edge)}`, [edge]))).toEqual(["measure"]);
    expect(imported(call(cypher`${inner} RETURN ${country} AS ${bind(edge)}`, [edge]))).toEqual(["measure", "country"]);
  });

  it("a subquery around another imports the sets that the inner one uses", () => {
    const inner = call(cypher`MATCH (${measure}) WHERE ${measure} IN ${targets} RETURN 1 AS ${bind(list)}`, [list]);
    expect(imported(call(cypher`MATCH (${bind(measure)}) ${inner} RETURN ${list} AS ${bind(edge)}`, [edge]))).toEqual(["targets"]);
  });
});

describe("collecting and carrying", () => {
  it("a collecting subquery returns a list of its columns for each row, under the name that it binds", () => {
    const body = [cypher`MATCH (${measure})-[${bind(edge)}]->(${bind(country)})`, EMPTY, cypher`WHERE ${country} IN ${targets}`];
    const collected = collect(body, [stored(country, "id"), stored(edge, "since")], list);
    expect(collected.text).toBe(
      "CALL (measure, targets) { MATCH (measure)-[edge]->(country) WHERE country IN targets RETURN collect([country.id, edge.since]) AS list }",
    );
    expect(collected.binds).toEqual([list]);
  });

  it("a collecting subquery imports what its columns use, and not the name that it collects into", () => {
    const collected = collect([cypher`MATCH (${bind(country)})`], [stored(country, "id"), claims, stored(measure, "id")], list);
    expect(imported(collected)).toEqual(["measure", "claims"]);
  });

  it("the sets of pieces are the sets that they use, each once, in order of use, without plain names", () => {
    expect(setsOf([cypher`${measure} ${claims}`, cypher`${targets} ${edge} ${claims}`])).toEqual([claims, targets]);
    expect(setsOf([cypher`${measure}`, EMPTY])).toEqual([]);
  });

  it("a WITH carries on its names and the sets that later pieces use, and no plain name of theirs", () => {
    const later = [cypher`${country} IN ${claims}`, EMPTY, cypher`${edge} IN ${targets}`];
    expect(carry([measure, cypher`count(*) AS ${bind(list)}`], later).text).toBe("measure, count(*) AS list, claims, targets");
    expect(carry([measure], [cypher`${country}`]).text).toBe("measure");
    expect(carry([], later).text).toBe("claims, targets");
  });

  it("what a WITH carries on uses and binds the names that stand in it", () => {
    const carried = carry([measure, cypher`count(*) AS ${bind(list)}`], [cypher`${country} IN ${claims}`]);
    expect(carried.uses).toEqual([measure, list, claims]);
    expect(carried.binds).toEqual([list]);
  });
});

describe("what may stand in a statement", () => {
  it.each(["Measure", "TARGETS|COVERS", "announcedOn", "c0", "a_b"])(
    "a word may be a label, a type or a property, several with |: %j",
    (text) => {
      expect(word(text).text).toBe(text);
    },
  );

  it.each(["a b", "a.b", "a)", "a`", "a'", 'a"', "$p0", "a:b", "a-b", "a\n", "\na", "a\\", "a//", "稀土", "a\u0000"])(
    "what could break out of a statement is refused as a word: %j",
    (text) => {
      expect(() => word(text)).toThrow(text);
      expect(() => stored(measure, text)).toThrow(text);
    },
  );

  it("a text stands in quotes as it is", () => {
    expect(quoted('Measure of 50 % – `a` "b" $p0 {}').text).toBe("'Measure of 50 % – `a` \"b\" $p0 {}'");
    expect(quoted("").text).toBe("''");
  });

  it.each(["'", "it's", "a' OR 1=1 //", "\\", "a\\", "\\u0027"])("a text that would end its quotes is refused: %j", (text) => {
    expect(() => quoted(text)).toThrow("make it a parameter");
  });

  it("a number is written as a whole number", () => {
    expect([0, 200, -1, 2.9].map((value) => number(value).text)).toEqual(["0", "200", "-1", "2"]);
  });

  it("a property of a node or an edge is an instance of Stored, with the names of what it is a property of", () => {
    const rate = stored(measure, "rate");
    expect(rate).toBeInstanceOf(Stored);
    expect([rate.text, rate.uses, rate.binds]).toEqual(["measure.rate", [measure], []]);
  });

  it("what computes something of a stored property is no instance of Stored", () => {
    const rate = stored(measure, "rate");
    for (const computed of [cypher`toLower(${rate})`, cypher`${rate}`, join([rate]), where([rate]), measure]) {
      expect(computed).not.toBeInstanceOf(Stored);
    }
  });
});
