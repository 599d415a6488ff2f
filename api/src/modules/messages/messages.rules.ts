import { holds, mayReadJournal, Role } from "../../kernel/viewer";
import { isSignedIn, type ModuleRules, seesSchool, seesStructure, viewerRule } from "../access/access.rules";

/** Those who may open the journal, or lead the class, whose pupils' guardians are asked for; whose they are is in the statement [2.6]. */
const callsGuardiansOf = viewerRule<{ journalId?: string | null; classId?: string | null }>(
  "callsGuardiansOf",
  (viewer, { journalId, classId }) =>
    (journalId ? mayReadJournal(viewer, journalId) : false) ||
    (classId ? viewer.leads.has(classId) || holds(viewer, Role.DIRECTOR, Role.DEPUTY) : false),
);

/** Messages: whose thread it is, and who may be written to, is in the statements [1.4.8, 2.2]. */
export const messagesRules: ModuleRules = {
  Query: {
    addressBook: isSignedIn,
    guardiansOfPupils: callsGuardiansOf, // 2.6
    conversations: isSignedIn,
    conversation: isSignedIn,
    messages: isSignedIn,
    messageSearch: isSignedIn,
    messageVersions: isSignedIn,
    messageReports: seesSchool, // 3.4.4
    messageSettings: seesStructure,
  },
  Mutation: {
    startConversation: isSignedIn,
    sendMessage: isSignedIn,
    editMessage: isSignedIn,
    withdrawMessage: isSignedIn,
    readConversation: isSignedIn,
    setConversationState: isSignedIn,
    reportMessage: isSignedIn,
    closeReport: seesSchool,
    setMessageSettings: seesSchool,
  },
  types: {
    ContactConnection: { reachedFrom: ["Query.addressBook"] },
    ContactEdge: { reachedFrom: ["ContactConnection.edges"] },
    Contact: { reachedFrom: ["ContactConnection.nodes", "ContactEdge.node", "Query.guardiansOfPupils"] },
    ConversationConnection: { reachedFrom: ["Query.conversations"] },
    ConversationEdge: { reachedFrom: ["ConversationConnection.edges"] },
    Conversation: {
      reachedFrom: [
        "Query.conversation",
        "ConversationConnection.nodes",
        "ConversationEdge.node",
        "StartConversationPayload.conversations",
        "SendMessagePayload.conversation",
        "ConversationPayload.conversation",
      ],
    },
    ConversationMember: { reachedFrom: ["Conversation.members"] },
    ConversationPupil: { reachedFrom: ["Conversation.pupils"] },
    MessageConnection: { reachedFrom: ["Query.messages"] },
    MessageEdge: { reachedFrom: ["MessageConnection.edges"] },
    Message: {
      reachedFrom: [
        "MessageConnection.nodes",
        "MessageEdge.node",
        "FoundMessage.message",
        "MessageReport.message",
        "MessagePayload.message",
        "SendMessagePayload.message",
      ],
    },
    MessageLesson: { reachedFrom: ["Message.lesson"] },
    QuotedMessage: { reachedFrom: ["Message.quoted"] },
    FoundMessageConnection: { reachedFrom: ["Query.messageSearch"] },
    FoundMessageEdge: { reachedFrom: ["FoundMessageConnection.edges"] },
    FoundMessage: { reachedFrom: ["FoundMessageConnection.nodes", "FoundMessageEdge.node"] },
    MessageVersion: { reachedFrom: ["Query.messageVersions"] },
    MessageReportConnection: { reachedFrom: ["Query.messageReports"] },
    MessageReportEdge: { reachedFrom: ["MessageReportConnection.edges"] },
    MessageReport: { reachedFrom: ["MessageReportConnection.nodes", "MessageReportEdge.node", "MessageReportPayload.report"] },
    MessageSettings: { reachedFrom: ["Query.messageSettings", "MessageSettingsPayload.settings"] },
    StartConversationPayload: { reachedFrom: ["Mutation.startConversation"] },
    SendMessagePayload: { reachedFrom: ["Mutation.sendMessage"] },
    MessagePayload: { reachedFrom: ["Mutation.editMessage", "Mutation.withdrawMessage", "Mutation.reportMessage"] },
    ConversationPayload: { reachedFrom: ["Mutation.readConversation", "Mutation.setConversationState"] },
    MessageReportPayload: { reachedFrom: ["Mutation.closeReport"] },
    MessageSettingsPayload: { reachedFrom: ["Mutation.setMessageSettings"] },
  },
};
