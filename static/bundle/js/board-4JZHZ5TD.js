/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{a as o,b as r}from"./board-47HZEWSP.js";import"./board-VT3H7VKE.js";import"./board-YGIQTPXL.js";import"./board-JQIWL4DN.js";export{o as Link,r as Pick};
