print("runbookgen")
