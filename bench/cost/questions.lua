-- Asks questions that differ, a quarter of a million of them: from the one numbered START on, COUNT in rotation, or without COUNT always new ones.
-- ASKED is the path, and VIEW is added to each.
local path, view = os.getenv("ASKED") or "/v1/best-channel", os.getenv("VIEW") or ""
local number, start, count = 0, tonumber(os.getenv("START") or 0), tonumber(os.getenv("COUNT") or 0)

local segments = { "individual", "legal-entity", "abroad" }
local zones = {
  "Europe/Moscow", "Europe/Kaliningrad", "Europe/Samara", "Asia/Yekaterinburg", "Asia/Omsk", "Asia/Novosibirsk", "Asia/Krasnoyarsk", "Asia/Irkutsk",
  "Asia/Yakutsk", "Asia/Vladivostok", "Asia/Magadan", "Asia/Kamchatka", "Europe/Berlin", "Europe/London", "Asia/Tokyo", "America/New_York",
}
local topics = {
  "", "registration", "sms-code", "account-locked", "document-upload", "application-status", "service-information", "technical-failure",
  "organisation-account", "e-signature",
}
local channels = {
  "hotline", "voice-assistant", "portal-chat", "chat-bot", "feedback-form", "email", "urgent-phone", "abroad-main", "abroad-hotline", "abroad-urgent",
  "legal-tech-support", "legal-northwest", "legal-fax", "telegram", "vk", "whatsapp", "viber", "mobile-app", "faq", "regional-office",
}

local function pick(list, rest) return list[rest % #list + 1], math.floor(rest / #list) end

local function question(rest)
  local segment, zone, topic, first, second
  segment, rest = pick(segments, rest)
  zone, rest = pick(zones, rest)
  first, rest = pick(channels, rest)
  second, rest = pick(channels, rest)
  topic, rest = pick(topics, rest)
  -- In another spelling it is another question.
  return "segment=" .. segment .. "&timeZone=" .. zone .. "&exclude=" .. first .. "&exclude=" .. second .. (topic == "" and "" or "&topic=" .. topic)
    .. string.rep("&need=human", rest)
end

function request()
  local asked = start + (count == 0 and number or number % count)
  number = number + 1
  return wrk.format("GET", path .. "?" .. question(asked) .. view)
end

dofile("bench/load/report.lua")
