import type { SurveyWords } from "./survey-words.ts";

export const EN_SURVEY: SurveyWords = {
  questions: {
    requirements: {
      name: "Requirements",
      question: "Was what you had to bring right for this service?",
      answers: ["Not right", "Not quite right", "Right", "Quite right"],
    },
    procedure: {
      name: "Procedure",
      question: "Was the way through the service easy to follow?",
      answers: ["Not easy", "Not so easy", "Easy", "Very easy"],
    },
    time: {
      name: "Time",
      question: "Was your card finished quickly?",
      answers: ["Not quickly", "Not so quickly", "Quickly", "Very quickly"],
    },
    cost: {
      name: "Cost",
      question: "What about the cost of this service?",
      answers: ["Very expensive", "Rather expensive", "Cheap", "Free of charge"],
    },
    product: {
      name: "Result",
      question: "Is the card what you were promised?",
      answers: ["Not at all", "Not quite", "Yes", "Yes, in everything"],
    },
    competence: {
      name: "Competence of staff",
      question: "Was the officer able to help you?",
      answers: ["Not able", "Not quite able", "Able", "Very able"],
    },
    conduct: {
      name: "Conduct of staff",
      question: "Was the officer polite and friendly?",
      answers: ["Not polite", "Not so polite", "Polite", "Very polite"],
    },
    complaints: {
      name: "Handling of complaints",
      question: "How are complaints and suggestions handled here?",
      answers: ["There is no way", "There is, but nothing happens", "They are handled", "Handled well"],
    },
    facilities: {
      name: "Facilities",
      question: "What about the place and its equipment?",
      answers: ["Bad", "Fair", "Good", "Very good"],
    },
  },
  bands: {
    sex: { name: "Sex", options: { female: "Female", male: "Male" } },
    age: {
      name: "Age",
      options: {
        ...{ "under-17": "Under 17", "17-25": "17–25", "26-35": "26–35" },
        ...{ "36-45": "36–45", "46-55": "46–55", "over-55": "Over 55" },
      },
    },
    education: {
      name: "Education",
      options: {
        ...{ primary: "Primary or less", junior: "Junior secondary", senior: "Senior secondary" },
        ...{ diploma: "Diploma", bachelor: "Bachelor", postgraduate: "Master or doctor" },
      },
    },
    occupation: {
      name: "Occupation",
      options: {
        ...{ student: "Student", "civil-servant": "Civil servant", "armed-forces": "Armed forces or police" },
        ...{ private: "Employee", "self-employed": "Self-employed", other: "Other" },
      },
    },
  },
  title: "How was our service?",
  lead: "Nine questions, about a minute. Answers have no name and cannot be traced to you.",
  aboutYou: "About you",
  aboutYouHint: "You may leave this out.",
  notSaid: "Not said",
  send: "Send my answers",
  thanks: "Thank you",
  thanksLead: "Your answers have been received.",
  missing: (numbers) =>
    `Question ${numbers.join(", ")} has no answer yet. Choose one answer for each question.`,
  over: "This survey's link is no longer valid. Ask the officer for a new code.",
  tooMany: "Too many requests at once. Wait a minute, then try again.",
  notRead: "The answers could not be read. Load this page again and fill it in once more.",
  notKept: "The answers are not kept yet. Try to send them again in a moment.",
  otherLanguage: "Bahasa Indonesia",
};
