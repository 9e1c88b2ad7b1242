-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "Attempt" (
    "id" TEXT NOT NULL,
    "assessmentId" TEXT NOT NULL,
    "assessmentVersionId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "administrationId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "locale" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "context" JSONB NOT NULL,
    "machineVersion" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "seed" TEXT NOT NULL,
    "form" JSONB NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "deadlineAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),
    "chainHead" TEXT NOT NULL,
    "chainLength" INTEGER NOT NULL,

    CONSTRAINT "Attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AttemptEvent" (
    "attemptId" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "actorId" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "previousHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "AttemptEvent_pkey" PRIMARY KEY ("attemptId","sequence")
);

-- CreateTable
CREATE TABLE "Answer" (
    "attemptId" TEXT NOT NULL,
    "answerId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "response" JSONB NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Answer_pkey" PRIMARY KEY ("attemptId","answerId")
);

-- CreateTable
CREATE TABLE "Grade" (
    "id" TEXT NOT NULL,
    "attemptId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "points" INTEGER NOT NULL,
    "maxPoints" INTEGER NOT NULL,
    "passed" BOOLEAN NOT NULL,
    "byOutcome" JSONB NOT NULL,
    "byItem" JSONB NOT NULL,
    "graderVersion" INTEGER NOT NULL,
    "chainHead" TEXT NOT NULL,
    "gradedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Grade_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Draft" (
    "id" TEXT NOT NULL,
    "courseId" TEXT NOT NULL,
    "lessonId" TEXT NOT NULL,
    "moduleCode" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "documentHash" TEXT NOT NULL,
    "schemaVersion" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "context" JSONB NOT NULL,
    "machineVersion" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "authorId" TEXT NOT NULL,
    "administrationId" TEXT NOT NULL,
    "baseLessonVersionId" TEXT,
    "publishedVersionId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PublicationEvent" (
    "draftId" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "actorId" TEXT NOT NULL,
    "documentHash" TEXT NOT NULL,
    "comment" TEXT NOT NULL,
    "snapshot" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PublicationEvent_pkey" PRIMARY KEY ("draftId","sequence")
);

-- CreateTable
CREATE TABLE "Certificate" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "attemptId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "administrationId" TEXT NOT NULL,
    "courseId" TEXT NOT NULL,
    "assessmentVersionId" TEXT NOT NULL,
    "gradeId" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "machineVersion" INTEGER NOT NULL,
    "statusIndex" INTEGER NOT NULL,
    "issuedAt" TIMESTAMPTZ(3) NOT NULL,
    "validFrom" TIMESTAMPTZ(3) NOT NULL,
    "validUntil" TIMESTAMPTZ(3) NOT NULL,
    "credential" JSONB NOT NULL,
    "credentialDigest" TEXT NOT NULL,
    "ledgerEntryId" TEXT NOT NULL,

    CONSTRAINT "Certificate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CertificateEvent" (
    "certificateId" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "actorId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "replacedBy" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "ledgerEntryId" TEXT NOT NULL,

    CONSTRAINT "CertificateEvent_pkey" PRIMARY KEY ("certificateId","sequence")
);

-- CreateTable
CREATE TABLE "CertificateDocument" (
    "certificateId" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "sha256" TEXT NOT NULL,
    "renderedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CertificateDocument_pkey" PRIMARY KEY ("certificateId","locale")
);

-- CreateTable
CREATE TABLE "IssuerKey" (
    "id" TEXT NOT NULL,
    "administrationId" TEXT NOT NULL,
    "fragment" TEXT NOT NULL,
    "publicKeyMultibase" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "IssuerKey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StatusListEdition" (
    "id" TEXT NOT NULL,
    "list" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "credential" JSONB NOT NULL,
    "digest" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "StatusListEdition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Course" (
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,

    CONSTRAINT "Course_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CourseVersion" (
    "id" TEXT NOT NULL,
    "courseId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "publishedBy" TEXT NOT NULL,

    CONSTRAINT "CourseVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Lesson" (
    "id" TEXT NOT NULL,
    "courseId" TEXT NOT NULL,
    "moduleCode" TEXT NOT NULL,
    "slug" TEXT NOT NULL,

    CONSTRAINT "Lesson_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LessonVersion" (
    "id" TEXT NOT NULL,
    "lessonId" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "documentHash" TEXT NOT NULL,
    "schemaVersion" INTEGER NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "publishedBy" TEXT NOT NULL,
    "approvedBy" TEXT NOT NULL,

    CONSTRAINT "LessonVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Item" (
    "id" TEXT NOT NULL,
    "courseId" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "use" TEXT NOT NULL,

    CONSTRAINT "Item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ItemVersion" (
    "id" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "difficulty" INTEGER NOT NULL,
    "points" INTEGER NOT NULL,
    "body" JSONB NOT NULL,
    "sources" TEXT[],
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "ItemVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ItemKey" (
    "itemVersionId" TEXT NOT NULL,
    "key" JSONB NOT NULL,
    "feedback" JSONB NOT NULL,
    "misconceptions" JSONB NOT NULL,

    CONSTRAINT "ItemKey_pkey" PRIMARY KEY ("itemVersionId")
);

-- CreateTable
CREATE TABLE "Media" (
    "hash" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "alt" TEXT NOT NULL,
    "longDescription" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Media_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "Assessment" (
    "id" TEXT NOT NULL,
    "courseId" TEXT NOT NULL,
    "code" TEXT NOT NULL,

    CONSTRAINT "Assessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AssessmentVersion" (
    "id" TEXT NOT NULL,
    "assessmentId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AssessmentVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ContentLoad" (
    "number" SERIAL NOT NULL,
    "digest" TEXT NOT NULL,
    "loadedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ContentLoad_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "Administration" (
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Administration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Post" (
    "id" TEXT NOT NULL,
    "administrationId" TEXT NOT NULL,
    "parentId" TEXT,
    "code" TEXT NOT NULL,
    "name" JSONB NOT NULL,

    CONSTRAINT "Post_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" TEXT NOT NULL,
    "administrationId" TEXT,
    "postId" TEXT,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "serviceNumber" TEXT,
    "passwordHash" TEXT,
    "locale" TEXT,
    "timeZone" TEXT NOT NULL DEFAULT 'UTC',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoleGrant" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "grantedBy" TEXT NOT NULL,
    "grantedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedBy" TEXT,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RoleGrant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "absoluteExpiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignInThrottle" (
    "key" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "windowStart" TIMESTAMPTZ(3) NOT NULL,
    "blockedUntil" TIMESTAMPTZ(3),

    CONSTRAINT "SignInThrottle_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "OneTimeLink" (
    "tokenHash" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "OneTimeLink_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "Enrolment" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "courseId" TEXT NOT NULL,
    "courseVersionId" TEXT NOT NULL,
    "enrolledAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Enrolment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LessonReading" (
    "enrolmentId" TEXT NOT NULL,
    "lessonId" TEXT NOT NULL,
    "lessonVersionId" TEXT NOT NULL,
    "readAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LessonReading_pkey" PRIMARY KEY ("enrolmentId","lessonId")
);

-- CreateTable
CREATE TABLE "LedgerLog" (
    "origin" TEXT NOT NULL,
    "verifierKey" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LedgerLog_pkey" PRIMARY KEY ("origin")
);

-- CreateTable
CREATE TABLE "LedgerEntry" (
    "id" TEXT NOT NULL,
    "arrival" BIGSERIAL NOT NULL,
    "type" TEXT NOT NULL,
    "commitment" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "actorId" TEXT NOT NULL,
    "actorRole" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LedgerEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LedgerPending" (
    "entryId" TEXT NOT NULL,
    "arrival" BIGINT NOT NULL,

    CONSTRAINT "LedgerPending_pkey" PRIMARY KEY ("entryId")
);

-- CreateTable
CREATE TABLE "LedgerOpening" (
    "entryId" TEXT NOT NULL,
    "salt" TEXT NOT NULL,
    "record" JSONB NOT NULL,
    "evidenceSalt" TEXT NOT NULL,
    "evidence" JSONB NOT NULL,

    CONSTRAINT "LedgerOpening_pkey" PRIMARY KEY ("entryId")
);

-- CreateTable
CREATE TABLE "LedgerLeaf" (
    "index" BIGINT NOT NULL,
    "entryId" TEXT NOT NULL,
    "leafHash" TEXT NOT NULL,

    CONSTRAINT "LedgerLeaf_pkey" PRIMARY KEY ("index")
);

-- CreateTable
CREATE TABLE "LedgerCheckpoint" (
    "size" BIGINT NOT NULL,
    "root" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "signedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LedgerCheckpoint_pkey" PRIMARY KEY ("size")
);

-- CreateIndex
CREATE INDEX "Attempt_assessmentId_idx" ON "Attempt"("assessmentId");

-- CreateIndex
CREATE INDEX "Attempt_assessmentVersionId_idx" ON "Attempt"("assessmentVersionId");

-- CreateIndex
CREATE INDEX "Attempt_administrationId_startedAt_idx" ON "Attempt"("administrationId", "startedAt");

-- CreateIndex
CREATE INDEX "Attempt_state_deadlineAt_idx" ON "Attempt"("state", "deadlineAt");

-- CreateIndex
CREATE UNIQUE INDEX "Attempt_personId_assessmentId_number_key" ON "Attempt"("personId", "assessmentId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Answer_attemptId_position_number_key" ON "Answer"("attemptId", "position", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Grade_attemptId_number_key" ON "Grade"("attemptId", "number");

-- CreateIndex
CREATE INDEX "Draft_courseId_state_idx" ON "Draft"("courseId", "state");

-- CreateIndex
CREATE INDEX "Draft_lessonId_locale_idx" ON "Draft"("lessonId", "locale");

-- CreateIndex
CREATE INDEX "Draft_authorId_idx" ON "Draft"("authorId");

-- CreateIndex
CREATE UNIQUE INDEX "Certificate_number_key" ON "Certificate"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Certificate_attemptId_key" ON "Certificate"("attemptId");

-- CreateIndex
CREATE UNIQUE INDEX "Certificate_gradeId_key" ON "Certificate"("gradeId");

-- CreateIndex
CREATE UNIQUE INDEX "Certificate_statusIndex_key" ON "Certificate"("statusIndex");

-- CreateIndex
CREATE UNIQUE INDEX "Certificate_ledgerEntryId_key" ON "Certificate"("ledgerEntryId");

-- CreateIndex
CREATE INDEX "Certificate_personId_idx" ON "Certificate"("personId");

-- CreateIndex
CREATE INDEX "Certificate_administrationId_issuedAt_idx" ON "Certificate"("administrationId", "issuedAt");

-- CreateIndex
CREATE INDEX "Certificate_courseId_idx" ON "Certificate"("courseId");

-- CreateIndex
CREATE UNIQUE INDEX "IssuerKey_administrationId_fragment_key" ON "IssuerKey"("administrationId", "fragment");

-- CreateIndex
CREATE INDEX "StatusListEdition_list_createdAt_idx" ON "StatusListEdition"("list", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Course_code_key" ON "Course"("code");

-- CreateIndex
CREATE UNIQUE INDEX "CourseVersion_courseId_number_key" ON "CourseVersion"("courseId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Lesson_courseId_moduleCode_slug_key" ON "Lesson"("courseId", "moduleCode", "slug");

-- CreateIndex
CREATE INDEX "LessonVersion_documentHash_idx" ON "LessonVersion"("documentHash");

-- CreateIndex
CREATE UNIQUE INDEX "LessonVersion_lessonId_locale_number_key" ON "LessonVersion"("lessonId", "locale", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Item_code_key" ON "Item"("code");

-- CreateIndex
CREATE INDEX "Item_courseId_idx" ON "Item"("courseId");

-- CreateIndex
CREATE INDEX "ItemVersion_outcome_idx" ON "ItemVersion"("outcome");

-- CreateIndex
CREATE UNIQUE INDEX "ItemVersion_itemId_number_key" ON "ItemVersion"("itemId", "number");

-- CreateIndex
CREATE INDEX "Media_code_locale_createdAt_idx" ON "Media"("code", "locale", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Assessment_code_key" ON "Assessment"("code");

-- CreateIndex
CREATE INDEX "Assessment_courseId_idx" ON "Assessment"("courseId");

-- CreateIndex
CREATE UNIQUE INDEX "AssessmentVersion_assessmentId_number_key" ON "AssessmentVersion"("assessmentId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Administration_code_key" ON "Administration"("code");

-- CreateIndex
CREATE INDEX "Post_parentId_idx" ON "Post"("parentId");

-- CreateIndex
CREATE UNIQUE INDEX "Post_administrationId_code_key" ON "Post"("administrationId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "Person_email_key" ON "Person"("email");

-- CreateIndex
CREATE INDEX "Person_administrationId_name_id_idx" ON "Person"("administrationId", "name", "id");

-- CreateIndex
CREATE INDEX "Person_postId_idx" ON "Person"("postId");

-- CreateIndex
CREATE UNIQUE INDEX "Person_administrationId_serviceNumber_key" ON "Person"("administrationId", "serviceNumber");

-- CreateIndex
CREATE INDEX "RoleGrant_personId_role_idx" ON "RoleGrant"("personId", "role");

-- A role is held once at a time.
CREATE UNIQUE INDEX "RoleGrant_held_key" ON "RoleGrant"("personId", "role") WHERE "endedAt" IS NULL;

-- CreateIndex
CREATE INDEX "Session_personId_idx" ON "Session"("personId");

-- CreateIndex
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");

-- CreateIndex
CREATE INDEX "OneTimeLink_personId_idx" ON "OneTimeLink"("personId");

-- CreateIndex
CREATE INDEX "Enrolment_courseVersionId_idx" ON "Enrolment"("courseVersionId");

-- CreateIndex
CREATE UNIQUE INDEX "Enrolment_personId_courseId_key" ON "Enrolment"("personId", "courseId");

-- CreateIndex
CREATE INDEX "LessonReading_lessonVersionId_idx" ON "LessonReading"("lessonVersionId");

-- CreateIndex
CREATE UNIQUE INDEX "LedgerEntry_arrival_key" ON "LedgerEntry"("arrival");

-- CreateIndex
CREATE INDEX "LedgerEntry_subjectId_idx" ON "LedgerEntry"("subjectId");

-- CreateIndex
CREATE UNIQUE INDEX "LedgerPending_arrival_key" ON "LedgerPending"("arrival");

-- CreateIndex
CREATE UNIQUE INDEX "LedgerLeaf_entryId_key" ON "LedgerLeaf"("entryId");

-- AddForeignKey
ALTER TABLE "AttemptEvent" ADD CONSTRAINT "AttemptEvent_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Grade" ADD CONSTRAINT "Grade_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublicationEvent" ADD CONSTRAINT "PublicationEvent_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CertificateEvent" ADD CONSTRAINT "CertificateEvent_certificateId_fkey" FOREIGN KEY ("certificateId") REFERENCES "Certificate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CertificateDocument" ADD CONSTRAINT "CertificateDocument_certificateId_fkey" FOREIGN KEY ("certificateId") REFERENCES "Certificate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CourseVersion" ADD CONSTRAINT "CourseVersion_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Lesson" ADD CONSTRAINT "Lesson_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LessonVersion" ADD CONSTRAINT "LessonVersion_lessonId_fkey" FOREIGN KEY ("lessonId") REFERENCES "Lesson"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Item" ADD CONSTRAINT "Item_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ItemVersion" ADD CONSTRAINT "ItemVersion_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "Item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ItemKey" ADD CONSTRAINT "ItemKey_itemVersionId_fkey" FOREIGN KEY ("itemVersionId") REFERENCES "ItemVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssessmentVersion" ADD CONSTRAINT "AssessmentVersion_assessmentId_fkey" FOREIGN KEY ("assessmentId") REFERENCES "Assessment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Post" ADD CONSTRAINT "Post_administrationId_fkey" FOREIGN KEY ("administrationId") REFERENCES "Administration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Post" ADD CONSTRAINT "Post_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_administrationId_fkey" FOREIGN KEY ("administrationId") REFERENCES "Administration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleGrant" ADD CONSTRAINT "RoleGrant_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OneTimeLink" ADD CONSTRAINT "OneTimeLink_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LessonReading" ADD CONSTRAINT "LessonReading_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LedgerPending" ADD CONSTRAINT "LedgerPending_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "LedgerEntry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LedgerOpening" ADD CONSTRAINT "LedgerOpening_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "LedgerEntry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LedgerLeaf" ADD CONSTRAINT "LedgerLeaf_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "LedgerEntry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Foreign keys across features. Prisma does not know them, so that no feature's model carries another's relation fields.
ALTER TABLE "Enrolment" ADD CONSTRAINT "Enrolment_person" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "Enrolment" ADD CONSTRAINT "Enrolment_courseVersion" FOREIGN KEY ("courseVersionId") REFERENCES "CourseVersion"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "LessonReading" ADD CONSTRAINT "LessonReading_lessonVersion" FOREIGN KEY ("lessonVersionId") REFERENCES "LessonVersion"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_author" FOREIGN KEY ("authorId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_person" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_administration" FOREIGN KEY ("administrationId") REFERENCES "Administration"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_assessmentVersion" FOREIGN KEY ("assessmentVersionId") REFERENCES "AssessmentVersion"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_attempt" FOREIGN KEY ("attemptId") REFERENCES "Attempt"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_grade" FOREIGN KEY ("gradeId") REFERENCES "Grade"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_person" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_administration" FOREIGN KEY ("administrationId") REFERENCES "Administration"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_ledgerEntry" FOREIGN KEY ("ledgerEntryId") REFERENCES "LedgerEntry"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "IssuerKey" ADD CONSTRAINT "IssuerKey_administration" FOREIGN KEY ("administrationId") REFERENCES "Administration"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- Evidence is only ever added to.
CREATE FUNCTION refuse_change_of_evidence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;

DO $$
DECLARE evidence text;
BEGIN
  FOREACH evidence IN ARRAY ARRAY[
    'AttemptEvent', 'Answer', 'Grade', 'PublicationEvent', 'LedgerLog', 'LedgerEntry', 'LedgerLeaf', 'LedgerCheckpoint',
    'CertificateEvent', 'CertificateDocument', 'StatusListEdition', 'CourseVersion', 'LessonVersion', 'ItemKey', 'Media',
    'AssessmentVersion', 'ContentLoad'
  ] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change_of_evidence()', evidence);
    EXECUTE format('CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_evidence()', evidence);
  END LOOP;
END $$;

-- A certificate is frozen at issue: only its state may move, and it is never deleted.
CREATE FUNCTION refuse_change_of_certificate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR (to_jsonb(NEW) - 'state' - 'revision') IS DISTINCT FROM (to_jsonb(OLD) - 'state' - 'revision') THEN
    RAISE EXCEPTION 'A certificate is frozen at issue: % refused', TG_OP USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER frozen BEFORE UPDATE OR DELETE ON "Certificate" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_certificate();

-- What the trainee saw is frozen at the start of the attempt, and an attempt is never deleted. The columns are named, so that saving
-- an answer does not pay for comparing the form.
CREATE FUNCTION refuse_change_of_form() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'What an attempt shows is frozen at its start: % refused', TG_OP USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER frozen BEFORE DELETE OR UPDATE OF
  "id", "assessmentId", "assessmentVersionId", "personId", "administrationId", "number", "locale", "seed", "form", "startedAt"
  ON "Attempt" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_form();

-- Nobody sits the same assessment twice at once. (Prisma knows no partial index.)
CREATE UNIQUE INDEX "Attempt_one_open" ON "Attempt"("personId", "assessmentId")
  WHERE "state" IN ('ready', 'inProgress', 'suspended', 'submitted', 'autoSubmitted', 'awaitingMarks', 'graded');

-- Room on each page for the next version of a row that changes with every answer: the indexes are then left alone.
ALTER TABLE "Attempt" SET (fillfactor = 70);

-- An item version may be retired, nothing else.
CREATE FUNCTION refuse_change_of_item() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR (to_jsonb(NEW) - 'retiredAt') IS DISTINCT FROM (to_jsonb(OLD) - 'retiredAt') THEN
    RAISE EXCEPTION 'A published item version is frozen: % refused', TG_OP USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER frozen BEFORE UPDATE OR DELETE ON "ItemVersion" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_item();
