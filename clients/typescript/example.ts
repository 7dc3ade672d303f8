// Asks a service four things and a wrong one: node build/example.js http://localhost:5080
import assert from "node:assert/strict";
import createClient from "openapi-fetch";
import type { components, paths } from "./contacts-api.js";

type Problem = components["schemas"]["ProblemResponse"];

const baseUrl = process.argv[2] ?? "http://localhost:5080";
// JSON is asked for: the best channel is to be had as plain text too.
const contacts = createClient<paths, "application/json" | "application/problem+json">({ baseUrl, headers: { "Accept-Language": "en" } });

/** The answer, or an error that says what is wrong. */
function good<T>({ data, error }: { data?: T | undefined; error?: Problem | undefined }): T {
  if (error) throw new Error(error.detail);
  assert(data !== undefined);
  return data;
}

const answer = good(
  await contacts.GET("/v1/best-channel", {
    params: { query: { segment: "individual", timeZone: "Asia/Vladivostok", at: "2026-11-22T10:00:00", need: ["text"] } },
  }),
);
assert(answer.best, "somebody is eligible");
console.log(`${answer.best.name}: ${answer.best.availability.state}, ${answer.best.address.uri}`);
assert.equal(answer.best.channelId, "portal-chat");

const { channels } = good(await contacts.GET("/v1/channels", { params: { query: { segment: "individual", kind: "phone" } } }));
console.log(channels.map((channel) => channel.name).join(", "));
assert(channels.every((channel) => channel.kind === "phone"));

const { days } = good(
  await contacts.GET("/v1/channels/{id}/schedule", {
    params: { path: { id: "hotline" }, query: { segment: "individual", from: "2026-11-23", to: "2026-11-29" } },
  }),
);
for (const day of days) console.log(day.date, day.dayKind, day.windows.map((window) => `${window.start} to ${window.end} ${window.state}`).join("; "));
assert.equal(days.length, 7);

const { answers } = good(
  await contacts.POST("/v1/best-channel/batch", {
    body: { questions: [{ id: "a", segment: "abroad", country: "DE" }, { id: "b", segment: "legal-entity", topic: "fishing" }] },
  }),
);
for (const { id, answer, problem } of answers) console.log(id, answer?.best?.name ?? problem?.detail);
assert.deepEqual(answers.map(({ problem }) => problem?.code), [undefined, "invalid-parameters"]);

const { error, response } = await contacts.GET("/v1/best-channel", { params: { query: { segment: "individual", timeZone: "Vladivostok" } } });
assert(error, "it is refused");
console.log(response.status, error.code, error.errors["timeZone"]);
assert.deepEqual([response.status, error.code, Object.keys(error.errors)], [400, "invalid-parameters", ["timeZone"]]);
