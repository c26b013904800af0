runbookgenPayload({"book":""});
