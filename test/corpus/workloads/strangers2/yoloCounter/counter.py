import cv2
from ultralytics import YOLO

model = YOLO("yolo11n.pt")
cap = cv2.VideoCapture(0)
while cap.isOpened():
    ok, frame = cap.read()
    if not ok:
        break
    people = sum(int(c) == 0 for c in model(frame, verbose=False)[0].boxes.cls)
    print(people)
